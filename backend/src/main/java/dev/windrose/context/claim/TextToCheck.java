package dev.windrose.context.claim;

/**
 * A text, or a part of a long one, and what to look for in it.
 *
 * @param before what stands before it; only read for what "it" and "they" mean
 * @param claims whether claims are held against what is known
 * @param wording whether the rules of the brand are applied; they count words, so they want the whole text
 * @param model whether the language model is asked, where there is one
 */
public record TextToCheck(String text, String before, boolean claims, boolean wording, boolean model) {

    public static TextToCheck whole(String text) {
        return new TextToCheck(text, "", true, true, true);
    }
}
