package dev.windrose.context.transfer.material;

/**
 * A piece of a document in its order.
 *
 * @param level of a heading, from 1; 0 for everything else
 * @param text as Markdown
 * @param place within the file, for example {@code page 3}; empty where there is none
 */
record Block(int level, String text, String place) {

    static Block heading(int level, String text, String place) {
        return new Block(level, text, place);
    }

    static Block text(String text, String place) {
        return new Block(0, text, place);
    }

    boolean isHeading() {
        return level > 0;
    }
}
