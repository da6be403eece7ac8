package uk.schoolgate.app.settings;

import java.util.List;

/** The settings don't make sense; the message says which and what to do. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(List<String> complaints) {
        super("the settings cannot be used:\n  " + String.join("\n  ", complaints));
    }
}
