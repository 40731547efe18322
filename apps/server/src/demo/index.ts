export { addLoadMembers } from './add-load-members.ts';
export { seedDemo } from './seed-demo.ts';
