package dev.windrose.context.transfer.material;

/** Nothing can be read of a file. The message says why, and what to do. */
public final class UnreadableMaterial extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableMaterial(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
