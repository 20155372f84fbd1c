package dev.windrose.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.TenantId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionTests {

    private static final List<String> TYPES = List.of("company", "product", "comment");

    @Test
    void letsAViewerReadAndComment() {
        assertThat(Permissions.of(actor(Role.VIEWER, Actor.ALL_SCOPES), TYPES))
                .contains("company.read", "comment.create", "people.read")
                .doesNotContain(
                        "company.create", "company.update", "intake.submit", "changeset.decide", "people.manage");
    }

    @Test
    void letsAMemberChangeRecordsButNotTheCatalogue() {
        assertThat(Permissions.of(actor(Role.MEMBER, Actor.ALL_SCOPES), TYPES))
                .contains(
                        "company.create",
                        "company.update",
                        "company.delete",
                        "product.read",
                        "changeset.decide",
                        "intake.submit")
                .doesNotContain("product.create", "product.update", "import.run", "workspace.manage", "tokens.manage");
    }

    @Test
    void letsAManagerChangeTheCatalogueAndImport() {
        assertThat(Permissions.of(actor(Role.MANAGER, Actor.ALL_SCOPES), TYPES))
                .contains("product.update", "import.run")
                .doesNotContain("people.manage");
    }

    @Test
    void letsAnAdminSetUpTheWorkspace() {
        assertThat(Permissions.of(actor(Role.ADMIN, Actor.ALL_SCOPES), TYPES))
                .contains("workspace.manage", "people.manage", "tokens.manage", "flags.manage", "company.delete");
    }

    @Test
    void limitsATokenByItsScopes() {
        assertThat(Permissions.of(actor(Role.OWNER, Set.of("read")), TYPES)).allMatch(name -> name.endsWith(".read"));
        assertThat(Permissions.of(actor(Role.OWNER, Set.of("intake")), TYPES)).containsExactly("intake.submit");
        assertThat(Permissions.of(actor(Role.OWNER, Set.of("write")), TYPES))
                .contains("company.update", "company.read", "intake.submit")
                .noneMatch(name -> name.endsWith(".manage"));
        assertThat(Permissions.of(actor(Role.MEMBER, Set.of("admin")), TYPES))
                .doesNotContain("people.manage")
                .contains("company.update");
    }

    @Test
    void namesThePermissionThatIsMissing() {
        assertThatThrownBy(() -> ActorScope.run(
                        actor(Role.VIEWER, Actor.ALL_SCOPES), () -> Permissions.require(Operation.UPDATE, "company")))
                .isInstanceOfSatisfying(AppException.class, error -> {
                    assertThat(error.code()).isEqualTo(CommonError.NOT_ALLOWED);
                    assertThat(error.details()).containsEntry("permission", "company.update");
                });
        assertThatCode(() -> ActorScope.run(
                        actor(Role.MEMBER, Actor.ALL_SCOPES), () -> Permissions.require(Operation.UPDATE, "company")))
                .doesNotThrowAnyException();
    }

    private static Actor actor(Role role, Set<String> scopes) {
        return new Actor(TenantId.next(), null, "Somebody", ActorKind.PERSON, role, scopes);
    }
}
