package dev.windrose.llm.heads;

/** Says what a sentence does and how it is meant. */
public interface Heads {

    /** Knows no sentence. */
    Heads SILENT = _ -> Cues.SILENT;

    Cues of(String sentence);
}
