package uk.schoolgate.launcher;

import java.lang.reflect.InvocationTargetException;

/** Starts Schoolgate, or says in one line which Java it needs. */
public final class Launcher {
    private static final int NEEDED = 25;
    private static final int WRONG_JAVA = 2;

    private Launcher() {}

    /** Runs the command line, which the class path holds for a newer Java than this class. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        int found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println("Schoolgate needs Java " + NEEDED + ", and this is Java " + found
                    + ": install a JDK " + NEEDED + " and start with its java, for example"
                    + " /usr/lib/jvm/temurin-25-jdk-amd64/bin/java -jar schoolgate.jar serve");
            System.exit(WRONG_JAVA);
        }
        try {
            Class.forName("uk.schoolgate.app.Schoolgate")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
