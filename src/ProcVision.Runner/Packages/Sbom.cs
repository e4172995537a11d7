using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ProcVision.Runner;

/// <summary><c>sbom.spdx.json</c> of a package, SPDX 2.3: the algorithm, and what it was made of. The same parts give the same bytes.</summary>
public static class Sbom
{
    /// <summary>Its name, beside manifest.json.</summary>
    public const string FileName = "sbom.spdx.json";

    private const string Unknown = "NOASSERTION";

    /// <summary>Makes it.</summary>
    /// <param name="name">The package.</param>
    /// <param name="parts">What it was made of.</param>
    /// <param name="created">When; the document must say one. <c>SOURCE_DATE_EPOCH</c> where a build has it, else a fixed time, so that bytes do not depend on the clock.</param>
    public static byte[] Make(PackageName name, IEnumerable<SbomPart> parts, DateTimeOffset created)
    {
        ArgumentNullException.ThrowIfNull(name);
        SbomPart[] ordered = [.. parts.Distinct().OrderBy(static part => part.Name, StringComparer.Ordinal).ThenBy(static part => part.Version, StringComparer.Ordinal)];
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ordered.Select(static part => part.ToString()).Prepend(name.ToString())))));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("spdxVersion", "SPDX-2.3");
            json.WriteString("dataLicense", "CC0-1.0");
            json.WriteString("SPDXID", "SPDXRef-DOCUMENT");
            json.WriteString("name", name.ToString());
            json.WriteString("documentNamespace", $"https://spdx.org/spdxdocs/{name}-{digest[..32]}");
            json.WriteStartObject("creationInfo");
            json.WriteString("created", created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            json.WriteStartArray("creators");
            json.WriteStringValue("Tool: procvision");
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartArray("packages");
            Package(json, "SPDXRef-Algorithm", new(name.Name, name.Version, null, null));
            for (int i = 0; i < ordered.Length; i++)
                Package(json, Id(i), ordered[i]);
            json.WriteEndArray();
            json.WriteStartArray("relationships");
            Relation(json, "SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-Algorithm");
            for (int i = 0; i < ordered.Length; i++)
                Relation(json, "SPDXRef-Algorithm", "DEPENDS_ON", Id(i));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"SPDXRef-Part-{index + 1}");

    private static void Package(Utf8JsonWriter json, string id, SbomPart part)
    {
        json.WriteStartObject();
        json.WriteString("SPDXID", id);
        json.WriteString("name", part.Name);
        if (part.Version.Length > 0)
            json.WriteString("versionInfo", part.Version);
        json.WriteString("downloadLocation", Unknown);
        json.WriteBoolean("filesAnalyzed", false);
        json.WriteString("licenseConcluded", Unknown);
        json.WriteString("licenseDeclared", part.License ?? Unknown);
        json.WriteString("copyrightText", Unknown);
        if (part.Purl is { } purl)
        {
            json.WriteStartArray("externalRefs");
            json.WriteStartObject();
            json.WriteString("referenceCategory", "PACKAGE-MANAGER");
            json.WriteString("referenceType", "purl");
            json.WriteString("referenceLocator", purl);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Relation(Utf8JsonWriter json, string from, string type, string to)
    {
        json.WriteStartObject();
        json.WriteString("spdxElementId", from);
        json.WriteString("relationshipType", type);
        json.WriteString("relatedSpdxElement", to);
        json.WriteEndObject();
    }
}
