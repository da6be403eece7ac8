package uk.schoolgate.adapter.documents;

import java.util.Set;
import org.apache.tika.Tika;

/**
 * What a file is by its first bytes, whatever its name says.
 *
 * @param description for people
 * @param endings the name endings that fit it
 */
record FileForm(String description, Set<String> endings) {
    private static final Set<String> TEXTUAL = Set.of("txt", "md", "markdown", "html", "htm");
    private static final Tika TIKA = new Tika();

    static FileForm of(byte[] content) {
        String type = TIKA.detect(content);
        if (type.equals("application/pdf")) {
            return new FileForm("a PDF", Set.of("pdf"));
        }
        if (type.startsWith("text/") || type.startsWith("application/xhtml") || type.endsWith("+xml")) {
            return new FileForm("text", TEXTUAL);
        }
        if (type.equals("application/zip")
                || type.startsWith("application/x-tika-ooxml")
                || type.startsWith("application/vnd.openxmlformats")) {
            return new FileForm("a file of the newer Office kind (.docx)", Set.of("docx"));
        }
        if (type.startsWith("application/x-tika-msoffice") || type.equals("application/msword")) {
            // Password-protected .docx files are wrapped in the older kind; reading them says so.
            return new FileForm("a file of the older Office kind (.doc)", Set.of("doc", "docx"));
        }
        return new FileForm("something else (" + type + ")", Set.of());
    }

    boolean fits(String ending) {
        return endings.contains(ending);
    }
}
