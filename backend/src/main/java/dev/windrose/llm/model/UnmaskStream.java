package dev.windrose.llm.model;

import java.util.function.Consumer;

/** Passes on what is heard piece by piece, with addresses in the place of their marks; the start of a mark waits for its end. */
final class UnmaskStream implements Consumer<String> {

    private final MaskText mask;
    private final Consumer<String> heard;
    private final StringBuilder waiting = new StringBuilder();

    UnmaskStream(MaskText mask, Consumer<String> heard) {
        this.mask = mask;
        this.heard = heard;
    }

    @Override
    public void accept(String piece) {
        waiting.append(piece);
        pass(waiting.length() - begun());
    }

    /** Nothing more comes. */
    void end() {
        pass(waiting.length());
    }

    private void pass(int length) {
        if (length > 0) {
            heard.accept(mask.unmasked(waiting.substring(0, length)));
            waiting.delete(0, length);
        }
    }

    /** How much of the end may be the start of a mark. */
    private int begun() {
        int most = 0;
        for (var mark : mask.marks().keySet()) {
            for (int length = Math.min(mark.length() - 1, waiting.length()); length > most; length--) {
                if (waiting.substring(waiting.length() - length).equals(mark.substring(0, length))) {
                    most = length;
                }
            }
        }
        return most;
    }
}
