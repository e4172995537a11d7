using ProcVision.CompilerServices;
using ProcVision.Sdk.Tests.Algorithms;
using ProcVision.Sdk.Tests.Sessions.Codecs.Values;

namespace ProcVision.Sdk.Tests.Sessions.Region;

/// <summary>Another version of the algorithm comes to a detection that goes on.</summary>
public class LayoutChangeTests
{
    private static readonly SessionType Pose = SessionType.Struct("P.Pose", 16, new("X", 0, SessionType.Double), new("Y", 8, SessionType.Double));
    private static readonly SessionType Swapped = SessionType.Struct("P.Pose", 16, new("Y", 0, SessionType.Double), new("X", 8, SessionType.Double));
    private static readonly SessionType Grade = SessionType.Enum("P.Grade", SessionType.Byte, new("Good", 0), new("Bad", 1));
    private static readonly SessionType Renamed = SessionType.Enum("P.Grade", SessionType.Byte, new("Bad", 0), new("Good", 1));

    private readonly Detection _detection = new();

    [Fact]
    public void What_both_versions_have_with_the_same_type_is_carried_over_wherever_it_lies_now()
    {
        var before = Layout(("Count", "int", SessionType.Int32), ("Pose", "P.Pose", Pose), ("Label", "string?", SessionType.Text), ("Grade", "P.Grade", Grade));
        var slots = _detection.Session.Bind(before);
        slots.Write(before.Find("Count")!.Offset, 7);
        slots.Write(before.Find("Pose")!.Offset, (1.5, 2.5));
        slots.WriteText(before.Find("Label")!.Offset, Capacity, "料盘");
        slots.Write(before.Find("Grade")!.Offset, (byte)1);
        _detection.Session.Set("key", "stays");

        var now = Layout(("Grade", "P.Grade", Grade), ("Label", "string?", SessionType.Text), ("More", "double", SessionType.Double), ("Pose", "P.Pose", Pose), ("Count", "int?", SessionType.Int32));
        var session = _detection.Attach();
        var next = session.Bind(now);
        Assert.True(next.TryRead<int>(now.Find("Count")!.Offset, out var count));
        Assert.True(next.TryRead<(double, double)>(now.Find("Pose")!.Offset, out var pose));
        Assert.True(next.TryReadText(now.Find("Label")!.Offset, Capacity, out var label));
        Assert.True(next.TryRead<byte>(now.Find("Grade")!.Offset, out var grade));
        Assert.False(next.TryRead<double>(now.Find("More")!.Offset, out _));
        Assert.Equal((7, (1.5, 2.5), "料盘", 1), (count, pose, label, grade));
        Assert.Equal("stays", session.Get("key", ""));
        Assert.Empty(session.NotCarriedOver);
        Assert.Equal(7, _detection.Attach().Bind(now).Session.Get("Count", 0));
    }

    [Fact]
    public void What_has_no_place_any_more_is_reported_by_name_and_never_read_as_something_else()
    {
        var before = Layout(
            ("Count", "int", SessionType.Int32), ("Gone", "int", SessionType.Int32), ("Pose", "P.Pose", Pose), ("Grade", "P.Grade", Grade),
            ("Label", "string?", SessionType.Text), ("Unset", "int", SessionType.Int32), ("Tray", "Rect?", SessionType.Rect));
        var session = _detection.Session;
        var slots = session.Bind(before);
        slots.Write(before.Find("Count")!.Offset, 7);
        slots.Write(before.Find("Gone")!.Offset, 8);
        slots.Write(before.Find("Pose")!.Offset, (1.5, 2.5));
        slots.Write(before.Find("Grade")!.Offset, (byte)1);
        slots.WriteText(before.Find("Label")!.Offset, Capacity, new string('x', Capacity));
        session.Set<Rect?>("Tray", null);

        var now = Layout(
            ("Count", "uint", SessionType.UInt32), ("Pose", "P.Pose", Swapped), ("Grade", "P.Grade", Renamed), ("Tray", "Rect", SessionType.Rect));
        now = new SessionLayout("State", now.Size + 40, [.. now.Slots, new SessionSlot("Label", "string", SessionSlotForm.Text, now.Size, 8, SessionType.Text)]);
        session = _detection.Attach();
        _ = session.Bind(now);
        Assert.Equal(
            [
                "'Count': 类型由 int 变为 uint", "'Gone': 这一版本没有该属性", "'Pose': 类型由 P.Pose 变为 P.Pose", "'Grade': 类型由 P.Grade 变为 P.Grade",
                $"'Label': 值有 {Capacity} 字节，容量只有 8 字节", "'Tray': 值是 null，Rect 不能为 null",
            ],
            session.NotCarriedOver);
        Assert.True(session.IsEmpty);
        Assert.Empty(_detection.Attach().NotCarriedOver);
    }

    [Fact]
    public void The_log_of_the_algorithm_names_once_what_could_not_be_carried_over()
    {
        var before = Layout(("Gone", "int", SessionType.Int32));
        _detection.Session.Bind(before).Write(0, 8);
        var session = _detection.Attach();
        using var line = new Line();
        for (var i = 0; i < 2; i++)
        {
            _ = line.Instance.Call(new StepRequest { Phase = Phase.Execute, Step = 3, Pid = "p001"u8, Session = session }, CancellationToken.None);
        }

        var warning = Assert.Single(line.Log.Lines, static text => text.Contains("\"level\":\"warn", StringComparison.Ordinal));
        Assert.Contains("'Gone': 这一版本没有该属性", warning, StringComparison.Ordinal);
        Assert.Contains("\"s-1\"", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_is_carried_over_as_what_it_is_called()
    {
        SessionCodecs.Register([ProcVisionCodecs.Template]);
        var before = Coded("Template", ProcVisionCodecs.Template, 300);
        var template = new Template("a", 0.5, Codecs.Values.Grade.Bad) { Points = [] };
        _detection.Session.Bind(before).Write(0, 300, ProcVisionCodecs.Template, template);
        var session = _detection.Attach();
        _ = session.Bind(Coded("Template", ProcVisionCodecs.Template, 4000));
        Assert.Equal("a", session.Get<Template>("Template")!.Name);
        session = _detection.Attach();
        _ = session.Bind(Coded("Template", ProcVisionCodecs.TemplateList, 4000));
        Assert.Single(session.NotCarriedOver);
        Assert.False(session.Exists("Template"));
    }

    [Fact]
    public void The_next_detection_of_another_version_starts_in_the_room_of_the_one_before()
    {
        _ = _detection.Session.Bind(Layout(("Count", "int", SessionType.Int32)));
        var store = SessionStore.Attach(_detection.Memory, _detection.Generation);
        var free = store.FreeBytes;
        for (var i = 0; i < 100; i++)
        {
            var session = _detection.Begin();
            _ = session.Bind(Layout(i % 2 == 0 ? ("Count", "long", SessionType.Int64) : ("Count", "int", SessionType.Int32)));
            if (i % 2 == 0)
            {
                session.Set("Count", (long)i);
            }
            else
            {
                session.Set("Count", i);
            }
        }

        Assert.Equal(free, SessionStore.Attach(_detection.Memory, _detection.Generation).FreeBytes);
    }

    [Fact]
    public void A_version_whose_properties_find_no_room_beside_the_old_ones_changes_nothing()
    {
        var before = Layout(("Count", "int", SessionType.Int32));
        _detection.Session.Bind(before).Write(before.Slots[0].Offset, 7);
        _detection.Session.Set("key", new string('x', RegionFormat.DefaultSize - RegionFormat.BodyAt - 4000));
        var free = SessionStore.Attach(_detection.Memory, _detection.Generation).FreeBytes;
        var now = Coded("Template", ProcVisionCodecs.Template, 4000);
        Assert.Contains("剩余", Assert.Throws<SessionException>(() => _detection.Attach().Bind(now).Session).Message, StringComparison.Ordinal);
        Assert.Equal(free, SessionStore.Attach(_detection.Memory, _detection.Generation).FreeBytes);
        Assert.Equal(7, _detection.Attach().Bind(before).Session.Get("Count", 0));
    }

    private const int Capacity = 20;

    private static SessionLayout Coded<T>(string key, SessionCodec<T> codec, int capacity) => new(
        "State", 8 + (2 * RegionFormat.Stride(4 + capacity)), [new SessionSlot(key, "Template?", SessionSlotForm.Coded, 0, capacity, codec.Type) { Codec = codec }]);

    private static SessionLayout Layout(params (string Key, string Type, SessionType Value)[] properties)
    {
        var offset = 0;
        var slots = new List<SessionSlot>();
        foreach (var (key, type, value) in properties)
        {
            slots.Add(value == SessionType.Text
                ? new SessionSlot(key, type, SessionSlotForm.Text, offset, Capacity, value)
                : new SessionSlot(key, type, SessionSlotForm.Value, offset, value.Size, value));
            offset += slots[^1].Size;
        }

        return new SessionLayout("State", offset, [.. slots]);
    }
}
