import { Route, Routes } from 'react-router-dom';
import { ConflictList } from './ConflictList';
import { ConflictView } from './ConflictView';

/** “Conflicts”: posts that both sides changed, and each to settle. */
const ConflictsTab = () => (
  <Routes>
    <Route index element={<ConflictList />} />
    <Route path=":documentId/:locale" element={<ConflictView />} />
  </Routes>
);

export default ConflictsTab;
