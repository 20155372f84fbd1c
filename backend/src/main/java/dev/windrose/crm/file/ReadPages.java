package dev.windrose.crm.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** A program of its own that reads the words of PDF files: one that is made to be slow or large ends nothing but this. */
final class ReadPages {

    static final int UNREADABLE = -1;
    static final int ENCRYPTED = -2;

    /** Ends a page. */
    static final char PAGE_END = '\f';

    /** So much of the words is kept. */
    private static final int LONGEST = 1_000_000;

    private static final int PAGES = 1_000;

    private ReadPages() {}

    /** Takes lengths and files, answers with lengths and words. */
    public static void main(String[] arguments) throws IOException {
        var answer = new DataOutputStream(new BufferedOutputStream(System.out));
        // Whatever a library prints is no answer.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        var asked = new DataInputStream(new BufferedInputStream(System.in));
        while (true) {
            byte[] file;
            try {
                file = new byte[asked.readInt()];
            } catch (EOFException done) {
                return;
            }
            asked.readFully(file);
            answer(answer, file);
            answer.flush();
        }
    }

    private static void answer(DataOutputStream answer, byte[] file) throws IOException {
        try {
            byte[] words = words(file).getBytes(StandardCharsets.UTF_8);
            answer.writeInt(words.length);
            answer.write(words);
        } catch (InvalidPasswordException encrypted) {
            answer.writeInt(ENCRYPTED);
        } catch (IOException | RuntimeException unreadable) {
            answer.writeInt(UNREADABLE);
        }
    }

    private static String words(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            var words = new StringBuilder();
            int pages = Math.min(PAGES, document.getNumberOfPages());
            for (int page = 1; page <= pages && words.length() < LONGEST; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                words.append(stripper.getText(document).replace(PAGE_END, ' ')).append(PAGE_END);
            }
            return words.substring(0, Math.min(LONGEST, words.length()));
        }
    }
}
