package uk.schoolgate.training;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The average of what two runs have learnt from one beginning, which holds on messages unlike those that either learnt
 * from better than either (Wortsman and others, 2022). What is added to a weight is a product of two thin matrices, and a
 * sum of two products is one product of matrices twice as wide.
 */
final class WeightAverage {
    private static final float HALF = 0.5f;

    private WeightAverage() {}

    static Map<String, NDArray> of(Map<String, NDArray> first, Map<String, NDArray> second) {
        Map<String, NDArray> average = new LinkedHashMap<>();
        first.forEach((name, array) -> average.put(name, average(name, array, second)));
        return average;
    }

    private static NDArray average(String name, NDArray array, Map<String, NDArray> second) {
        NDArray other = second.get(name);
        if (other == null) {
            throw new IllegalStateException("only one run has learnt " + name);
        }
        if (name.endsWith(".A")) {
            return array.concat(other, 1);
        }
        NDArray ofFirst = array.mul(HALF);
        NDArray ofSecond = other.mul(HALF);
        return name.endsWith(".B") ? ofFirst.concat(ofSecond, 0) : ofFirst.add(ofSecond);
    }
}
