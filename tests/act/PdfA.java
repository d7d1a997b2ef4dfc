import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds files against PDF/A-2a with veraPDF. Prints a line for each file: its name, whether it conforms, how much was
 * looked at, and each rule that it breaks, parted by tabs.
 */
public class PdfA {
    private static final PDFAFlavour FLAVOUR = PDFAFlavour.PDFA_2_A;
    private static final String PROFILE = "org/verapdf/pdfa/validation/PDFA-2A.xml";

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile();
        for (String file : files) {
            try (InputStream data = new FileInputStream(file);
                    PDFAParser parser = Foundries.defaultInstance().createParser(data, FLAVOUR)) {
                ValidationResult result = ValidatorFactory.createValidator(profile, false).validate(parser);
                Set<String> broken = new TreeSet<>();
                for (TestAssertion each : result.getTestAssertions()) {
                    broken.add(each.getRuleId().getClause() + " " + each.getMessage());
                }
                List<String> told = new ArrayList<>(
                    List.of(file, String.valueOf(result.isCompliant()), String.valueOf(result.getTotalAssertions())));
                told.addAll(broken);
                System.out.println(String.join("\t", told));
            }
        }
    }

    /** Reads the profile that lies beside veraPDF; its own reader would need JAXB, which Java has not any more. */
    private static ValidationProfile profile() throws Exception {
        Element root;
        try (InputStream xml = PdfA.class.getClassLoader().getResourceAsStream(PROFILE)) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : inside(root, "rule")) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element each : inside(root, "variable")) {
            variables.add(Profiles.variableFromValues(
                each.getAttribute("name"), each.getAttribute("object"), text(each, "defaultValue"), text(each, "value")));
        }
        return Profiles.profileFromValues(
            FLAVOUR, Profiles.profileDetailsFromValues("", "", "", new Date(0)), "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = inside(rule, "id").get(0);
        int number = Integer.parseInt(id.getAttribute("testNumber"));
        return Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(FLAVOUR.getPart(), id.getAttribute("clause"), number),
            rule.getAttribute("object"),
            Boolean.valueOf(rule.getAttribute("deferred")),
            rule.getAttribute("tags"),
            text(rule, "description"),
            text(rule, "test"),
            Profiles.errorFromValues(text(rule, "message"), new ArrayList<>()),
            new ArrayList<>());
    }

    private static List<Element> inside(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String text(Element element, String name) {
        return inside(element, name).get(0).getTextContent();
    }
}
