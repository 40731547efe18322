'use client';

import { Copy, Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { DialogActions } from '#components/ui/dialog-actions.tsx';
import { TextArea, TextField } from '#components/ui/field.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu, MenuItem, MenuLink } from '#components/ui/menu.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { useToast } from '#components/ui/toast.ts';
import { Row, Specimen } from './specimen.tsx';

type Overlay = 'dialog' | 'alert' | 'sheet';

export function OverlaySpecimens() {
  const [open, setOpen] = useState<Overlay | null>(null);
  const state = (overlay: Overlay) => ({
    open: open === overlay,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? overlay : null),
  });
  const close = () => setOpen(null);
  return (
    <>
      <Specimen name="Dialog, AlertDialog, Sheet">
        <Row>
          <Button variant="secondary" onClick={() => setOpen('dialog')}>
            Dialog
          </Button>
          <Button variant="secondary" onClick={() => setOpen('alert')}>
            Alert dialog
          </Button>
          <Button variant="secondary" onClick={() => setOpen('sheet')}>
            Sheet
          </Button>
        </Row>
        <Dialog {...state('dialog')} title="Add to a calendar">
          <TextField label="Address" defaultValue="https://studio.test/feed" readOnly />
          <DialogActions>
            <Button variant="secondary" onClick={close}>
              Close
            </Button>
            <Button onClick={close}>Copy</Button>
          </DialogActions>
        </Dialog>
        <AlertDialog
          {...state('alert')}
          title="Cancel this session?"
          text="12 people lose their place and are told at once. Their entries come back."
          keep="Keep it"
          confirm="Cancel session"
          onConfirm={close}
          error={new Error('unknown')}
        >
          <TextArea label="Reason" optional hint="The members read it." />
        </AlertDialog>
        <Sheet {...state('sheet')} title="Vinyasa Flow, Tuesday" actions={<Button onClick={close}>Save</Button>}>
          <div className="grid gap-5">
            {['Class', 'Location', 'Instructor', 'Starts', 'Ends', 'Places', 'Opens', 'Closes'].map((label) => (
              <TextField key={label} label={label} />
            ))}
          </div>
        </Sheet>
      </Specimen>
      <Specimen name="Menu">
        <Menu
          trigger={
            <IconButton label="More for this member" variant="secondary">
              <Ellipsis aria-hidden="true" size={20} />
            </IconButton>
          }
        >
          <MenuItem onSelect={close}>
            <Copy aria-hidden="true" size={18} />
            Copy the e-mail address
          </MenuItem>
          <MenuLink href="/dev/ui">Open the profile</MenuLink>
          <MenuItem onSelect={close} disabled>
            Nothing to refund
          </MenuItem>
          <MenuItem onSelect={close} tone="trouble">
            <Trash2 aria-hidden="true" size={18} />
            Revoke the ticket
          </MenuItem>
        </Menu>
      </Specimen>
      <ToastSpecimens />
    </>
  );
}

function ToastSpecimens() {
  const toast = useToast();
  const undo = { label: 'Undo', onPress: () => toast({ text: 'Back again.' }) };
  return (
    <Specimen name="useToast">
      <Row>
        <Button variant="secondary" onClick={() => toast({ text: 'The link was copied.' })}>
          Plain
        </Button>
        <Button variant="secondary" onClick={() => toast({ text: 'Booked. See you Tuesday at 18:15.', tone: 'good' })}>
          Good
        </Button>
        <Button
          variant="secondary"
          onClick={() => toast({ text: 'Ana Kovač is checked in.', tone: 'good', action: undo })}
        >
          With an action
        </Button>
        <Button
          variant="secondary"
          onClick={() => toast({ text: 'The studio could not be reached. Nothing was changed.', tone: 'trouble' })}
        >
          Trouble
        </Button>
      </Row>
    </Specimen>
  );
}
