import './design-system.css';
import './app.css';
import '../ui/parts.css';
import '../ui/figures.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { loadTexts } from '../texts.js';
import { router } from './routes.js';
import { queryClient } from '../query-client.js';
import { watchOtherWindows } from '../session.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
await loadTexts({ nl: () => import('../ui/texts/nl.js'), en: () => import('../ui/texts/en.js') });
watchOtherWindows();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
