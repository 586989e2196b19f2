package io.plimsoll.server.pages;

import io.plimsoll.access.Role;

/**
 * What stands around every page.
 *
 * @param name who looks at it
 * @param guard what every form sends back
 * @param path of the page, to mark where somebody is
 * @param project the name of the project's folder
 */
public record Frame(String name, Role role, String guard, String path, String project) {
    /** Whether this page belongs to a section: {@code /runs}, and all below it. */
    public boolean isIn(String section) {
        return section.equals("/") ? path.equals("/") : path.equals(section) || path.startsWith(section + "/");
    }

    public boolean maySubmit() {
        return role.includes(Role.SUBMITTER);
    }

    public boolean mayApprove() {
        return role.includes(Role.APPROVER);
    }
}
