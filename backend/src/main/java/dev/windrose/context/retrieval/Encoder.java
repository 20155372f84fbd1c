package dev.windrose.context.retrieval;

import java.util.List;

/** Makes vectors of texts. Those of two encoders cannot be compared. */
interface Encoder {

    /** Tells its vectors from those of others. */
    String name();

    /** Each of length one. Outside of transactions. */
    List<float[]> of(List<String> texts);

    /** How many texts are given at once. */
    int together();
}
