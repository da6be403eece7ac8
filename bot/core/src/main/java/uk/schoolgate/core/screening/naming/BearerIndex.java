package uk.schoolgate.core.screening.naming;

/** Which pupils bear a name, a pair of names, initials; for each class and for the whole school. */
final class BearerIndex {
    /** What a key of the index is about. */
    enum Of {
        FIRST_NAME(1),
        SURNAME(2),
        FULL_NAME(3),
        FIRST_NAME_AND_INITIAL(4),
        INITIALS(5),
        INITIAL_AND_SURNAME(8),
        CLASS(6),
        ADULT(7);

        private final int number;

        Of(int number) {
            this.number = number;
        }
    }

    /** Stands for the whole school where the number of a class is asked for; the classes count from 1. */
    static final int EVERYBODY = 0;

    private final HashIndex index;

    private BearerIndex(HashIndex index) {
        this.index = index;
    }

    /** Two numbers or letters as one. */
    static long pair(int first, int second) {
        return (long) first << 32 | second;
    }

    private static long key(Of of, long what, int schoolClass) {
        return HashIndex.mix(HashIndex.mix(what) + pair(of.number, schoolClass));
    }

    /** Those of the classes if there are any, else all. */
    Bearers find(Of of, long what, int[] classes) {
        Bearers found = Bearers.NONE;
        for (int schoolClass : classes) {
            found = found.or(new Bearers(in(of, what, schoolClass), true));
        }
        return found.isEmpty() ? new Bearers(in(of, what, EVERYBODY), classes.length == 0) : found;
    }

    /** Those of one class, or of the whole school. */
    int[] in(Of of, long what, int schoolClass) {
        return index.get(key(of, what, schoolClass));
    }

    /** Collects who bears what. */
    static final class Builder {
        private final HashIndex.Builder index = new HashIndex.Builder();

        void add(Of of, long what, int schoolClass, int pupil) {
            index.add(key(of, what, schoolClass), pupil);
        }

        void addToClassAndSchool(Of of, long what, int schoolClass, int pupil) {
            add(of, what, schoolClass, pupil);
            add(of, what, EVERYBODY, pupil);
        }

        BearerIndex build() {
            return new BearerIndex(index.build());
        }
    }
}
