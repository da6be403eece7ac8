package uk.schoolgate.adapter.models;

/**
 * What was learnt about finding, beside the embedding model.
 *
 * @param fusion how the parts are put together
 * @param askable which questions policies decide
 * @param precedents labelled questions with what decided them
 */
public record Finding(Fusion fusion, Askable askable, Precedents precedents) {
    /** What {@code bot/training} has left in the jar: read once for all schools, as precedents take some 35 MB. */
    static Finding learnt() {
        return Learnt.FINDING;
    }

    private static final class Learnt {
        static final Finding FINDING = new Finding(Fusion.fitted(), Askable.fitted(), Precedents.learnt());
    }
}
