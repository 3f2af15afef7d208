import * as React from 'react';

/** Below this width the preview covers the form. */
const NARROW = 1000;
const SHARE = 0.46;

const widthFor = (window: number): number => (window < NARROW ? window : window * SHARE);

/** Makes room at the right edge of the panel while a preview stands there, and says how much. */
export function useRoom(): string {
  const [width, setWidth] = React.useState(() => widthFor(window.innerWidth));
  React.useEffect(() => {
    const measure = () => setWidth(widthFor(window.innerWidth));
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  React.useEffect(() => {
    const { style } = document.body;
    const before = style.paddingRight;
    if (width < window.innerWidth) style.paddingRight = `${width}px`;
    return () => {
      style.paddingRight = before;
    };
  }, [width]);
  return `${width}px`;
}
