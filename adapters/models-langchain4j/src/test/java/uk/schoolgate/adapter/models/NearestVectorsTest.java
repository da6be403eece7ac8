package uk.schoolgate.adapter.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.schoolgate.adapter.models.NearestVectors.Neighbour;

class NearestVectorsTest {
    private static final int MANY = 2000;
    private static final int MOST = 40;

    private final Random random = new Random(7);

    private float[] some() {
        float[] vector = new float[384];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return Vectors.unit(vector);
    }

    private PackedVectors packed(int many) {
        return new PackedVectors(IntStream.range(0, many)
                .mapToObj(i -> PackedVectors.pack(some()))
                .toArray(byte[][]::new));
    }

    @Test
    void theyAreThoseWithTheHighestCosinesHighestFirst() {
        PackedVectors packed = packed(MANY);
        NearestVectors nearest = new NearestVectors(packed);
        for (int i = 0; i < 20; i++) {
            float[] asked = some();
            List<Neighbour> byHand = IntStream.range(0, MANY)
                    .mapToObj(row -> new Neighbour(row, Vectors.dot(asked, packed.unit(row))))
                    .sorted(Comparator.comparingDouble(Neighbour::near).reversed())
                    .limit(MOST)
                    .toList();
            assertThat(nearest.to(asked, MOST)).isEqualTo(byHand);
        }
    }

    @Test
    void fewerThanAreLookedForAreAllFound() {
        assertThat(new NearestVectors(packed(2)).to(some(), MOST)).hasSize(2);
        assertThat(new NearestVectors(packed(0)).to(some(), MOST)).isEmpty();
    }

    @Test
    void ofManyThatAreAlikeNoMoreAreFoundThanAsked() {
        byte[] same = PackedVectors.pack(some());
        byte[][] rows = new byte[MANY][];
        Arrays.fill(rows, same);
        assertThat(new NearestVectors(new PackedVectors(rows)).to(some(), MOST)).hasSize(MOST);
    }
}
