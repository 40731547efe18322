import { Bell, Ellipsis, Plus, Trash2 } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Link } from '#i18n/navigation.ts';
import { Row, Specimen } from './specimen.tsx';

const icon = { 'aria-hidden': true, size: 20 } as const;
const pressed = ['primary', 'secondary', 'quiet', 'wait', 'danger'] as const;

export function ButtonSpecimens() {
  return (
    <>
      <Specimen name="Button">
        <Row>
          <Button>Book</Button>
          <Button variant="secondary">Cancel</Button>
          <Button variant="quiet">Clear filters</Button>
          <Button variant="wait">Join waiting list</Button>
          <Button variant="danger">Cancel session</Button>
        </Row>
        <Row>
          <span className={buttonClass('settled')}>Booked ✓</span>
          <span className={buttonClass('still')}>Opens Fri 12:00</span>
          <Link href="/dev/ui" className={buttonClass('secondary')}>
            A link among buttons
          </Link>
          <Button>
            <Plus aria-hidden="true" size={18} />
            New session
          </Button>
        </Row>
      </Specimen>
      <Specimen name="Button, pending">
        <Row>
          {pressed.map((variant) => (
            <Button key={variant} variant={variant} pending>
              Save changes
            </Button>
          ))}
        </Row>
      </Specimen>
      <Specimen name="Button, disabled">
        <Row>
          {pressed.map((variant) => (
            <Button key={variant} variant={variant} disabled>
              Save
            </Button>
          ))}
        </Row>
      </Specimen>
      <Specimen name="IconButton">
        <Row>
          <IconButton label="More">
            <Ellipsis {...icon} />
          </IconButton>
          <IconButton label="Remind me" variant="secondary">
            <Bell {...icon} />
          </IconButton>
          <IconButton label="Add" variant="primary">
            <Plus {...icon} />
          </IconButton>
          <IconButton label="Delete" pending>
            <Trash2 {...icon} />
          </IconButton>
          <IconButton label="Delete" disabled>
            <Trash2 {...icon} />
          </IconButton>
        </Row>
      </Specimen>
    </>
  );
}
