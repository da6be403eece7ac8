package uk.schoolgate.adapter.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;

/** Finds the pages of a PDF that are pictures without text: behind a typed cover, a policy may be a scan. */
final class PdfPictures {
    private PdfPictures() {}

    /** Numbers of these pages, from 1. */
    static List<Integer> pages(PDDocument document, List<PdfLine> lines) throws IOException {
        Set<Integer> withText = lines.stream().map(PdfLine::page).collect(Collectors.toSet());
        List<Integer> pictures = new ArrayList<>();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            if (!withText.contains(page)
                    && hasPicture(document.getPage(page - 1).getResources())) {
                pictures.add(page);
            }
        }
        return pictures;
    }

    private static boolean hasPicture(PDResources resources) throws IOException {
        if (resources == null) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                return true;
            }
        }
        return false;
    }
}
