/** REST of what belongs to one person: notifications and the state of pages. */
@NullMarked
package dev.windrose.workspace.web;

import org.jspecify.annotations.NullMarked;
