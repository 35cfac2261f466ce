/** Font stacks that every mail client has. */
export const FONT = {
  text: "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
  code: "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace",
}

/** Colours of e-mails; text has a contrast of 4.5:1 or more on each ground (WCAG 2.2 §1.4.3). */
export const COLOR = {
  light: {
    page: "#f3f4f6",
    card: "#ffffff",
    line: "#e3e6ea",
    text: "#16191d",
    muted: "#5a6370",
  },
  dark: {
    page: "#0f1114",
    card: "#1a1d22",
    line: "#343a43",
    text: "#f1f3f5",
    muted: "#a4adb9",
  },
  /** The same in light and dark: white on it has a contrast of 5:1. */
  button: { background: "#2f5fd0", text: "#ffffff" },
}
