package uk.schoolgate.adapter.models;

/**
 * What was learnt about finding, beside the embedding model.
 *
 * @param fusion how the parts are put together
 * @param askable which questions policies decide
 * @param precedents labelled questions with what decided them
 */
public record Finding(Fusion fusion, Askable askable, Precedents precedents) {
    /** What {@code bot/training} has left in the jar. */
    static Finding learnt() {
        return new Finding(Fusion.fitted(), Askable.fitted(), Precedents.learnt());
    }
}
