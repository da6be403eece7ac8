package uk.schoolgate.app.settings;

/** A value that must not be seen: printing it shows asterisks. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "****";
    }
}
