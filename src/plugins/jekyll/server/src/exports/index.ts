export { createExportsService, type Exporter, type ExportsService } from './exports';
