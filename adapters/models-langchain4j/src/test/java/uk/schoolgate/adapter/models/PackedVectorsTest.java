package uk.schoolgate.adapter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedVectorsTest {
    private static float[] some() {
        Random random = new Random(7);
        float[] vector = new float[384];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    @Test
    void aVectorComesBackAtLengthOneAndNearlyWhereItPointed() {
        float[] back = new PackedVectors(PackedVectors.pack(some())).unit(0);
        assertThat(Vectors.length(back)).isCloseTo(1, within(1e-5));
        assertThat(Vectors.dot(Vectors.unit(some()), back)).isGreaterThan(0.999);
    }

    @Test
    void zerosStayZeros() {
        PackedVectors packed = new PackedVectors(PackedVectors.pack(0, 0), PackedVectors.pack(0, -2));
        assertThat(packed.isZero(0)).isTrue();
        assertThat(packed.unit(0)).containsExactly(0, 0);
        assertThat(packed.isZero(1)).isFalse();
        assertThat(packed.unit(1)).containsExactly(0, -1);
    }
}
