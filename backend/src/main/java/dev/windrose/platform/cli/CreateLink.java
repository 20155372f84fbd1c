package dev.windrose.platform.cli;

import dev.windrose.platform.access.LinkAtTerminal;
import dev.windrose.platform.postgres.OpenDatabase;
import dev.windrose.platform.process.ProcessFile;
import java.net.URI;
import java.time.Clock;

/** Prints a one-time link alone on standard output: to the set-up, or with an e-mail address to sign in. */
final class CreateLink {

    private CreateLink() {}

    public static void main(String[] arguments) {
        Command.run(arguments, (settings, environment) -> {
            URI address = ProcessFile.read(settings.folder())
                    .map(ProcessFile::address)
                    .map(URI::create)
                    .orElse(settings.address());
            try (var database = OpenDatabase.visit(settings);
                    var connection = database.access().connectAsApplication()) {
                String email = environment.getProperty("email", "");
                System.out.println(
                        email.isEmpty()
                                ? LinkAtTerminal.setup(connection, address, Clock.systemUTC())
                                : LinkAtTerminal.signIn(connection, email, address, Clock.systemUTC()));
            }
        });
    }
}
