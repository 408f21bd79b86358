export declare const findPythonWithIcalendar: () => string | undefined;
