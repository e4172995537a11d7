namespace ProcVision.Protocol;

/// <summary>
/// Reads <c>guide_info</c>: <c>[{"label":"1","posList":[{"x":10,"y":20,"width":30,"height":40}]}]</c> (conformance 91, C39). Missing or null is an empty
/// list, and so is a missing <c>posList</c>; a missing label is an empty one. An element that is a text is a label without places, since one part of
/// the platform declares the list as one of strings. Numbers may have fractions, which are rounded; other keys are ignored.
/// </summary>
internal ref struct GuideInfo
{
    private static readonly string[] Sides = ["x", "y", "width", "height"];

    private readonly ReadOnlySpan<byte> _json;
    private JsonScanner _scanner;
    private string? _problem;

    // Where the reading is; -1 outside.
    private int _region = -1;
    private int _place = -1;

    private GuideInfo(ReadOnlySpan<byte> json)
    {
        _json = json;
        _scanner = JsonScanner.OverUtf8(json);
    }

    /// <summary>Gives the first thing that is wrong with its path, for a 1006, or null and the regions.</summary>
    /// <param name="json">The value, part of a frame that was found to be JSON; empty when the call has none.</param>
    /// <param name="regions">What it says.</param>
    internal static string? Read(ReadOnlySpan<byte> json, out IReadOnlyList<GuideRegion> regions)
    {
        var info = new GuideInfo(json);
        regions = json.IsEmpty ? [] : info.Regions();
        return info._problem;
    }

    private List<GuideRegion> Regions()
    {
        var regions = new List<GuideRegion>();
        if (!EnterList(""))
        {
            return regions;
        }

        while (_problem is null && _scanner.NextElement())
        {
            _region = regions.Count;
            regions.Add(Region());
        }

        return regions;
    }

    private GuideRegion Region()
    {
        var label = "";
        IReadOnlyList<Rect> places = [];
        switch (_scanner.Peek())
        {
            case JsonKind.String:
                label = Label("");
                break;
            case JsonKind.Object:
                Members(ref label, ref places);
                break;
            default:
                Wrong("", "应为对象或字符串", _scanner.Value());
                break;
        }

        return new(label, places);
    }

    private void Members(ref string label, ref IReadOnlyList<Rect> places)
    {
        _ = _scanner.EnterObject();
        var (hasLabel, hasPlaces) = (false, false);
        while (_problem is null && _scanner.NextMember(out var key))
        {
            if (Is(key, "label"u8))
            {
                Once("label", ref hasLabel);
                label = Label(".label");
            }
            else if (Is(key, "posList"u8))
            {
                Once("posList", ref hasPlaces);
                places = Places();
            }
            else
            {
                _ = _scanner.Value();
            }
        }
    }

    private string Label(string member)
    {
        var value = _scanner.Value();
        if (value.Kind == JsonKind.String)
        {
            return JsonText.ToText(value.Inner(_json), value.IsEscaped);
        }

        if (value.Kind != JsonKind.Null)
        {
            Wrong(member, "应为字符串", value);
        }

        return "";
    }

    private List<Rect> Places()
    {
        var places = new List<Rect>();
        if (!EnterList(".posList"))
        {
            return places;
        }

        while (_problem is null && _scanner.NextElement())
        {
            _place = places.Count;
            places.Add(Place());
        }

        _place = -1;
        return places;
    }

    private Rect Place()
    {
        if (_scanner.Peek() != JsonKind.Object)
        {
            Wrong("", "应为对象", _scanner.Value());
            return default;
        }

        Span<int> sides = stackalloc int[4];
        var given = 0;
        _ = _scanner.EnterObject();
        while (_problem is null && _scanner.NextMember(out var key))
        {
            var side = Side(key);
            var value = _scanner.Value();
            if (side >= 0)
            {
                var isGiven = (given & (1 << side)) != 0;
                Once(Sides[side], ref isGiven);
                sides[side] = Pixels(value, side);
                given |= 1 << side;
            }
        }

        for (var side = 0; side < sides.Length; side++)
        {
            if ((given & (1 << side)) == 0)
            {
                _problem ??= $"{Path} 缺少 {Sides[side]}";
            }
        }

        return new(sides[0], sides[1], sides[2], sides[3]);
    }

    private int Pixels(JsonToken value, int side)
    {
        if (value.Kind == JsonKind.Number
            && JsonNumber.TryDouble(value.Raw(_json), out var number)
            && Math.Round(number, MidpointRounding.AwayFromZero) is >= int.MinValue and <= int.MaxValue and var pixels)
        {
            return (int)pixels;
        }

        Wrong($".{Sides[side]}", "应为像素数", value);
        return 0;
    }

    /// <summary>Enters an array; null is as good as absent.</summary>
    private bool EnterList(string member)
    {
        if (_scanner.Peek() == JsonKind.Array)
        {
            return _scanner.EnterArray();
        }

        var value = _scanner.Value();
        if (value.Kind != JsonKind.Null)
        {
            Wrong(member, "应为数组", value);
        }

        return false;
    }

    /// <summary>A key that stands twice says two things at once.</summary>
    private void Once(string member, ref bool isGiven)
    {
        if (isGiven)
        {
            _problem ??= $"{Path}.{member} 重复";
        }

        isGiven = true;
    }

    /// <summary>Where the reading is; made only for a message.</summary>
    private readonly string Path =>
        "guide_info" + (_region < 0 ? "" : $"[{_region}]") + (_place < 0 ? "" : $".posList[{_place}]");

    private void Wrong(string member, string expected, JsonToken value) =>
        _problem ??= $"{Path}{member} {expected}: {JsonText.Shorten(value.Raw(_json))}";

    private readonly int Side(JsonToken key) => Is(key, "x"u8) ? 0 : Is(key, "y"u8) ? 1 : Is(key, "width"u8) ? 2 : Is(key, "height"u8) ? 3 : -1;

    private readonly bool Is(JsonToken key, ReadOnlySpan<byte> name)
    {
        var inner = key.Inner(_json);
        return key.IsEscaped ? JsonText.EscapedEquals(inner, name) : inner.SequenceEqual(name);
    }
}
