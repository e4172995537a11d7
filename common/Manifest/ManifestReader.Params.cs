using ProcVision.Collections;
using ProcVision.Json;

namespace ProcVision.Manifests;

internal sealed partial class ManifestReader
{
    private EquatableArray<ManifestParam> ReadParams(ManifestFields step)
    {
        const string Example = "{ \"key\": \"threshold\", \"type\": \"float\" }";
        var list = step.Optional<JsonArrayNode>("params", "a list of objects", $"[{Example}]");
        if (list is null)
            return [];

        var parameters = new List<ManifestParam>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var alike = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is not JsonObjectNode node)
            {
                _findings.AddWrongKind(list.Items[i], "params", "a list of objects", Example);
                continue;
            }

            string place = node.Find("key")?.Value is JsonStringNode { Value.Length: > 0 } name
                ? $"the parameter '{Wording.Shorten(name.Value)}'"
                : $"the parameter at position {i + 1}";
            var fields = new ManifestFields(node, place, _findings);
            FindUnknownKeys(node, ManifestKeys.OfParam, place);
            var key = fields.RequiredText("key", "\"threshold\"");
            bool isNew = key is null || keys.Add(key.Value);
            if (!isNew)
                _findings.Add(ManifestRules.DuplicateParamKey, key!.Span, Wording.Shorten(key.Value));
            else if (key is not null && alike.TryGetValue(key.Value, out string? other))
                _findings.Add(ManifestRules.ParamKeysDifferByCase, key.Span, Wording.Shorten(key.Value), Wording.Shorten(other));
            else if (key is not null)
                alike.Add(key.Value, key.Value);

            var parameter = ReadParam(fields, key?.Value ?? "");
            if (parameter is not null && key is not null && isNew)
                parameters.Add(parameter);
        }

        return parameters.ToEquatableArray();
    }

    private ManifestParam? ReadParam(ManifestFields fields, string key)
    {
        bool required = fields.OptionalFlag("required");
        string? unit = fields.OptionalText("unit");
        string? description = fields.OptionalText("description");
        if (ReadKind(fields) is not { } kind)
            return null;

        FindForeignLimits(fields, kind);
        ManifestParam parameter = kind switch
        {
            ParamKind.Int => ReadInt(fields, key),
            ParamKind.Float => ReadFloat(fields, key),
            ParamKind.Rect => ReadRect(fields, key),
            ParamKind.Enum => ReadEnum(fields, key),
            ParamKind.Bool => ReadBool(fields, key),
            _ => ReadString(fields, key),
        };
        return parameter with { Required = required, Unit = unit, Description = description };
    }

    private ParamKind? ReadKind(ManifestFields fields)
    {
        if (fields.Required<JsonStringNode>("type", "a string", "\"float\"") is not { } type)
            return null;
        if (ParamKinds.Find(type.Value) is { } kind)
            return kind;

        string meant = ParamKinds.Meant(type.Value) is { } other ? $"'{ParamKinds.NameOf(other)}'" : Wording.OneOf(ParamKinds.Names);
        _findings.Add(ManifestRules.UnknownParamType, type.Span, Wording.Shorten(type.Value), meant);
        return null;
    }

    private void FindForeignLimits(ManifestFields fields, ParamKind kind)
    {
        foreach (var member in fields.Node.Members)
        {
            var owners = ParamKinds.OwnersOf(member.Name.Value);
            if (owners.Length > 0 && !owners.Contains(kind) && member.Value is not JsonNullNode)
            {
                string types = Wording.OneOf(owners.Select(ParamKinds.NameOf));
                _findings.Add(ManifestRules.ForeignLimit, member.Name.Span, member.Name.Value, ParamKinds.NameOf(kind), types);
            }
        }
    }
}
