import { Route, Routes } from 'react-router-dom';
import { RunList } from './RunList';
import { RunView } from './RunView';

/** “History”: every run, and each with what it did. */
const HistoryTab = () => (
  <Routes>
    <Route index element={<RunList />} />
    <Route path=":id" element={<RunView />} />
  </Routes>
);

export default HistoryTab;
