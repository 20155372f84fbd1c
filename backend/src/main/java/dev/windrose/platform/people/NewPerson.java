package dev.windrose.platform.people;

import dev.windrose.platform.Role;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.Violations;
import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person to add to the workspace. */
public record NewPerson(
        @Nullable String name,
        @Nullable String email,
        Role role,
        @Nullable String title) {

    Person checked(PersonStatus status, Instant at) {
        var violations = new Violations();
        String cleanName = violations.text(name, "name", "The name", 120);
        String cleanEmail = EmailAddress.normalise(violations.text(email, "email", "The e-mail address", 254));
        if (!cleanEmail.isEmpty() && !EmailAddress.valid(cleanEmail)) {
            violations.add(CommonError.BAD_VALUE, "email", "This is not an e-mail address.");
        }
        String cleanTitle = title == null || title.isBlank() ? null : violations.text(title, "title", "The title", 120);
        violations.throwIfAny();
        return new Person(PersonId.next(), cleanName, cleanEmail, role, status, cleanTitle, null, null, at);
    }
}
