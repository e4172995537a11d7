using System.Text;
using ProcVision.CompilerServices;
using ProcVision.Sdk.Tests.Sessions.Codecs.Values;

namespace ProcVision.Sdk.Tests.Sessions.Region;

/// <summary>Whatever is refused names its key and changes nothing: neither a value nor the room that is left.</summary>
public class SessionErrorTests
{
    private const string Longest = "k";

    private static readonly double[] Numbers = [1.5, 2.5];

    private readonly Detection _detection = new(RegionFormat.SmallestSize);

    [Fact]
    [Conformance(11)]
    public void A_refused_value_leaves_everything_as_it_was()
    {
        SessionCodecs.Register([ProcVisionCodecs.Template]);
        var session = _detection.Session;
        var tray = TraySession.Over(session);
        tray.Count = 3;
        tray.Light = 1.5;
        tray.Label = "盘";
        session.Set("number", 7);
        session.Set("text", "old");
        session.Set("template", Template("a"));
        session.Set<string?>("null", null);
        session.Set("numbers", Numbers);
        var before = State();

        Refused("'number'", "剩余", () => session.Set("number", new string('x', 20_000)));
        Refused("'text'", "剩余", () => session.Set("text", new string('x', 20_000)));
        Refused("'numbers'", "剩余", () => session.Set("numbers", new double[3_000]));
        Refused("'new'", "剩余", () => session.Set("new", new byte[20_000]));
        Refused("'template'", "剩余", () => session.Set("template", Template(new string('x', 20_000))));
        Refused("'Label'", "容量 20", () => session.Set("Label", new string('x', 21)));
        Refused("'Label'", "容量 20", () => SetLabel("一二三四五六七"));
        Refused("'Count'", "long", () => session.Set("Count", 3L));
        Refused("'Count'", "null", () => session.Set<int?>("Count", null));
        Refused("'Light'", "NaN", () => session.Set("Light", double.NaN));
        Refused("'number'", "NaN", () => session.Set("number", double.NaN));
        Refused("'template'", "Score", () => session.Set("template", Template("a") with { Score = double.NaN }));
        Refused("'number'", "代理对", () => session.Set("number", "\ud800"));
        Refused("'number'", "Object", () => session.Set("number", new object()));
        Refused("'null'", "null", () => session.Get("null", 1));
        Refused("'number'", "string", () => session.Get("number", ""));
        Refused("'template'", "Template", () => session.Get("template", 1));
        Refused("'template'", "Template", () => session.Get<Template[]>("template"));
        Refused("'numbers'", "double[]", () => session.Get<float[]>("numbers"));
        Refused("'number'", "int", () => session.Get<Template>("number"));
        Refused("'kkkkk", "1025", () => session.Set(string.Concat(Enumerable.Repeat(Longest, 1025)), 1));
        Refused("'料料料", "1026", () => session.Set(new string('料', 342), 1));

        Assert.Equal(before, State());

        void SetLabel(string label)
        {
            var view = TraySession.Over(session);
            view.Label = label;
        }
    }

    [Fact]
    public void A_key_may_have_1024_bytes()
    {
        var key = new string('料', 341) + "x";
        _detection.Session.Set(key, 1);
        Assert.Equal(1, _detection.Attach().Get(key, 0));
    }

    [Fact]
    public void A_region_that_is_full_of_keys_says_what_one_more_needs_and_what_is_free()
    {
        var session = _detection.Session;
        var count = 0;
        var error = Assert.Throws<SessionException>(() =>
        {
            for (; count < 10_000; count++)
            {
                session.Set($"key {count:D5}", count);
            }
        });
        Assert.Contains($"'key {count:D5}'", error.Message, StringComparison.Ordinal);

        // Key, and a chunk of 64 entries, which is too large for what is left.
        Assert.Contains($"需要 {16 + RegionFormat.ChunkSize(64)} 字节", error.Message, StringComparison.Ordinal);
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(i, session.Get($"key {i:D5}", -1));
        }

        Assert.False(session.Exists($"key {count:D5}"));
        Assert.True(session.Delete("key 00000"));
        session.Set("another", 1);
        Assert.Equal(1, session.Get("another", 0));
    }

    private static Template Template(string name) => new(name, 0.5, Grade.Bad) { Points = [new Point { X = 1, Y = 2 }] };

    /// <summary>Every value, and what is free.</summary>
    private string State() =>
        string.Join('\n', _detection.Session.ToValues().Select(v => $"{v.Key} {v.Type} {Encoding.UTF8.GetString(v.Json)}"))
        + $"\n{_detection.Session.Get<Template>("template")!.Name} {string.Join(' ', _detection.Session.Get<double[]>("numbers")!)}"
        + $"\n{SessionStore.Attach(_detection.Memory, _detection.Generation).FreeBytes}";

    private static void Refused(string key, string detail, Action act)
    {
        var message = Assert.Throws<SessionException>(act).Message;
        Assert.Contains(key, message, StringComparison.Ordinal);
        Assert.Contains(detail, message, StringComparison.Ordinal);
    }
}
