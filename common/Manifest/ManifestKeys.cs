namespace ProcVision.Manifests;

/// <summary>The keys that somebody reads, and what other spellings probably mean (conformance 98, 107, 119, 122).</summary>
internal static class ManifestKeys
{
    /// <summary>A longer key is no slip of the fingers.</summary>
    private const int LongestMeant = 32;

    /// <summary>Of the manifest itself. The last line is read by people and by registries of packages.</summary>
    public static string[] OfManifest { get; } =
    [
        "name", "version", "description", "entry_point", "supported_pids", "required_assets", "default_config", "steps", "python_version",
        "author", "authors", "license", "homepage", "repository", "keywords",
    ];

    public static string[] OfStep { get; } = ["index", "id", "name", "description", "operation_guide", "params"];

    public static string[] OfParam { get; } =
    [
        "key", "type", "required", "default", "min", "max", "clamp", "unit", "description", "choices", "min_length", "max_length", "pattern", "format",
    ];

    /// <summary>Keys that are somebody else's on purpose: <c>x_…</c>, <c>x-…</c>, <c>$schema</c>, and what authors write comments as.</summary>
    public static bool IsFree(string key) =>
        key.Length == 0 || key[0] is '$' or '_' or '#' || key.StartsWith("x_", StringComparison.OrdinalIgnoreCase)
        || key.StartsWith("x-", StringComparison.OrdinalIgnoreCase) || key.StartsWith("//", StringComparison.Ordinal) || key == "comment";

    /// <summary>The known key that an unknown one probably means.</summary>
    public static string? Meant(string key, string[] known)
    {
        if (key.Length > LongestMeant)
            return null;
        string plain = Plain(key);
        string? other = Synonym(plain);
        if (other is not null && known.Contains(other))
            return other;
        return known
            .Select(k => (Key: k, Distance: Distance(plain, Plain(k))))
            .Where(static k => k.Distance <= (k.Key.Length < 5 ? 1 : 2))
            .OrderBy(static k => k.Distance)
            .Select(static k => k.Key)
            .FirstOrDefault();
    }

    /// <summary><c>entryPoint</c>, <c>entry-point</c> and <c>Entry Point</c> are one.</summary>
    private static string Plain(string key) => new(key.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());

    private static string? Synonym(string plain) => plain switch
    {
        "pids" or "products" or "supportedproducts" or "pidlist" => "supported_pids",
        "entry" or "main" => "entry_point",
        "desc" or "summary" or "help" or "tooltip" => "description",
        "assets" or "resources" => "required_assets",
        "config" or "defaultassets" or "defaults" => "default_config",
        "guide" or "operation" or "instruction" or "instructions" => "operation_guide",
        "parameters" or "args" or "arguments" or "userparams" => "params",
        "number" or "no" or "stepnumber" or "stepindex" or "order" => "index",
        "title" or "label" or "stepname" or "displayname" => "name",
        "minimum" or "lower" => "min",
        "maximum" or "upper" => "max",
        "options" or "values" or "enum" or "items" or "allowed" => "choices",
        "regex" or "regexp" => "pattern",
        "minlen" => "min_length",
        "maxlen" => "max_length",
        "units" => "unit",
        "mandatory" or "optional" => "required",
        "datatype" or "kind" => "type",
        "clip" or "saturate" => "clamp",
        _ => null,
    };

    /// <summary>How many letters must be changed, added, dropped or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                int change = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(change, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[a.Length, b.Length];
    }
}
