package uk.schoolgate.app;

/** Lets tests of the commands run them as the command line does. */
public final class SchoolgateRunner {
    private SchoolgateRunner() {}

    public static int run(String... arguments) {
        return Schoolgate.run(arguments);
    }
}
