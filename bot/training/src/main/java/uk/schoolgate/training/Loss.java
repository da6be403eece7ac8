package uk.schoolgate.training;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.Dropout;

/** What the heads say of a batch, and how wrong it is. */
final class Loss {
    private static final float DROPOUT = 0.1f;
    private static final float FAR_BELOW = 1e4f;
    /** A token is one of many, so that without this the stretches would hardly count. */
    private static final float WEIGHT_OF_CARRIERS = 4;
    /** A signal that is there weighs more than one that is not, as most messages hold none; calibration makes up for it. */
    private static final float WEIGHT_OF_PRESENT = 3;

    private final Parameters learnt;

    Loss(Parameters learnt) {
        this.learnt = learnt;
    }

    NDArray of(NDArray states, Batch batch) {
        NDArray dropped = Dropout.dropout(states, DROPOUT, true).singletonOrThrow();
        NDArray carried = head(dropped, "carrier");
        NDArray own = batch.own().expandDims(2);
        NDArray strongest = carried.add(own.sub(1).mul(FAR_BELOW)).max(new int[] {1});
        NDArray signals = head(dropped.get(":,0"), "signal").add(strongest);
        NDArray weights = batch.signals().mul(WEIGHT_OF_PRESENT - 1).add(1);
        NDArray loss = crossEntropy(signals, batch.signals())
                .mul(weights)
                .sum(new int[] {1})
                .mean();
        NDArray carriers =
                crossEntropy(carried, batch.carriers()).mul(own).sum().div(own.sum());
        loss = loss.add(carriers.mul(batch.tokens().number(WEIGHT_OF_CARRIERS)));
        return batch.senses().size() == 0 ? loss : loss.add(senses(dropped, batch));
    }

    private NDArray senses(NDArray states, Batch batch) {
        NDArray flat =
                states.reshape((long) batch.tokens().size() * batch.tokens().length(), Encoder.WIDTH);
        NDArray logits = head(Encoder.rows(flat, batch.senseAt()), "sense");
        NDArray right = batch.senses().toType(Encoder.numbers(), false).oneHot(Parameters.SENSES);
        return logits.logSoftmax(1)
                .mul(right)
                .sum()
                .mul(batch.tokens().number(-1f / batch.tokens().size()));
    }

    private NDArray head(NDArray states, String name) {
        return states.matMul(learnt.get(name + ".weight")).add(learnt.get(name + ".bias"));
    }

    private static NDArray crossEntropy(NDArray logits, NDArray right) {
        return Activation.softPlus(logits).sub(logits.mul(right));
    }
}
