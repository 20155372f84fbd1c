package dev.windrose.context.amend;

import dev.windrose.context.amend.EntryView.Part;
import java.util.List;

/**
 * A sentence of an entry that says nearly what was stated, with other values.
 *
 * @param start of the sentence in the text of the part
 * @param pairs which values would take the place of which; none where it says just the same
 * @param score how well it fits
 * @param share of the words of the statement that the entry has
 */
record Place(EntryView entry, Part part, int start, Glossed sentence, List<Pair> pairs, double score, double share) {

    record Pair(Value before, Value after) {}

    boolean same() {
        return pairs.isEmpty();
    }

    Place with(List<Pair> others, double fits) {
        return new Place(entry, part, start, sentence, others, fits, share);
    }

    Place at(Place other) {
        return new Place(other.entry, other.part, other.start, other.sentence, other.pairs, score, share);
    }
}
