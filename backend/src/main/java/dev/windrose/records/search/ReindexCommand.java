package dev.windrose.records.search;

import dev.windrose.platform.cli.Command;
import dev.windrose.platform.process.ProcessFile;

/** Asks the running process to build its search index anew, or the next one if none runs. */
final class ReindexCommand {

    private ReindexCommand() {}

    public static void main(String[] arguments) {
        Command.run(arguments, (settings, _) -> {
            Reindex.ask(settings.folder());
            System.out.println(
                    ProcessFile.read(settings.folder()).isPresent()
                            ? "The running process builds the search index anew; the present one answers until then. Settings show how far it is."
                            : "The search index is built anew when the workspace starts next; searches answer meanwhile with what is found so far.");
        });
    }
}
