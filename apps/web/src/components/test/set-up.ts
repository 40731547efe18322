import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Some components are loaded on demand, which takes longer than a second where code is compiled on the way.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
