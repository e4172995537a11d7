using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Sessions;

public class SessionSlotTests
{
    private readonly Session _session = new("s-1");

    [Fact]
    public void An_empty_slot_reads_as_nothing()
    {
        var tray = TraySession.Over(_session);
        Assert.Null(tray.Tray);
        Assert.Equal(0, tray.Count);
        Assert.Null(tray.Label);
        Assert.Equal(default, tray.Pose);
        Assert.False(_session.Exists("Tray"));
        Assert.True(_session.IsEmpty);
    }

    [Fact]
    public void A_property_set_in_one_view_is_read_in_the_next()
    {
        var first = TraySession.Over(_session);
        first.Tray = new Rect(1, 2, 3, 4);
        first.Count = -1;
        first.Light = 35.2;
        first.Label = "料盘";
        first.Pose = new Pose(1, 2, 3);
        first.Day = DayOfWeek.Friday;

        var next = TraySession.Over(_session);
        Assert.Equal(new Rect(1, 2, 3, 4), next.Tray);
        Assert.Equal(-1, next.Count);
        Assert.Equal(35.2, next.Light);
        Assert.Equal("料盘", next.Label);
        Assert.Equal(new Pose(1, 2, 3), next.Pose);
        Assert.Equal(DayOfWeek.Friday, next.Day);
        next.Tray = null;
        next.Label = null;
        Assert.Null(first.Tray);
        Assert.Null(first.Label);
    }

    [Fact]
    public void Both_doors_reach_the_same_slot()
    {
        var tray = TraySession.Over(_session);
        tray.Count = 3;
        Assert.Same(_session, tray.Keyed);
        Assert.Equal(3, _session.Get("Count", 0));
        Assert.Equal(3, _session.Get<int?>("Count"));
        _session.Set("Count", 4);
        _session.Set<Rect?>("Tray", new Rect(5, 6, 7, 8));
        _session.Set("Label", "盘");
        _session.Set("Pose", new Pose(4, 5, 6));
        _session.Set("Day", DayOfWeek.Monday);
        Assert.Equal(4, tray.Count);
        Assert.Equal(new Rect(5, 6, 7, 8), tray.Tray);
        Assert.Equal("盘", tray.Label);
        Assert.Equal("盘", _session.Get("Label", ""));
        Assert.Equal(new Pose(4, 5, 6), tray.Pose);
        Assert.Equal(new Pose(4, 5, 6), _session.Get("Pose", default(Pose)));
        Assert.Equal(DayOfWeek.Monday, tray.Day);
        Assert.Equal(new Pose(4, 5, 6), _session.Get<Pose?>("Pose"));
        _session.Set<DayOfWeek?>("Day", DayOfWeek.Sunday);
        Assert.Equal(DayOfWeek.Sunday, tray.Day);
        Assert.Contains("'Pose'", Assert.Throws<SessionException>(() => _session.Set<Pose?>("Pose", null)).Message, StringComparison.Ordinal);
        Assert.True(_session.Exists("Count"));
        Assert.True(_session.Delete("Count"));
        Assert.False(_session.Delete("Count"));
        Assert.False(_session.Exists("Count"));
        Assert.Equal(0, tray.Count);
    }

    [Fact]
    public void The_keyed_door_refuses_another_type_and_names_key_and_both_types()
    {
        var tray = TraySession.Over(_session);
        tray.Count = 3;
        var message = Assert.Throws<SessionException>(() => _session.Set("Count", "three")).Message;
        Assert.Contains("'Count'", message, StringComparison.Ordinal);
        Assert.Contains("int", message, StringComparison.Ordinal);
        Assert.Contains("string", message, StringComparison.Ordinal);
        Assert.Throws<SessionException>(() => _session.Get("Count", 0L));
        Assert.Throws<SessionException>(() => _session.Get("Label", 0));
        Assert.Throws<SessionException>(() => _session.Get("Day", DateTimeKind.Utc));
        Assert.Throws<SessionException>(() => _session.Set("Pose", new object()));
        Assert.Equal(3, tray.Count);
    }

    [Fact]
    [Conformance(17)]
    public void A_null_is_stored_where_the_property_is_nullable_and_refused_elsewhere()
    {
        var tray = TraySession.Over(_session);
        tray.Tray = new Rect(1, 2, 3, 4);
        tray.Count = 3;
        _session.Set<Rect?>("Tray", null);
        _session.Set<string?>("Label", null);
        Assert.Null(tray.Tray);
        Assert.Null(tray.Label);
        Assert.True(_session.Exists("Tray"));
        Assert.Null(_session.Get<string?>("Label", "x"));
        Assert.Contains("'Tray'", Assert.Throws<SessionException>(() => _session.Get("Tray", default(Rect))).Message, StringComparison.Ordinal);
        Assert.Contains("'Count'", Assert.Throws<SessionException>(() => _session.Set<int?>("Count", null)).Message, StringComparison.Ordinal);
        Assert.Equal(3, tray.Count);
    }

    [Fact]
    [Conformance(11)]
    public void A_value_without_a_JSON_form_is_refused_by_either_door()
    {
        TraySession.Over(_session).Light = 1.5;
        Assert.Contains("'Light'", Assert.Throws<SessionException>(() => SetLight(double.NaN)).Message, StringComparison.Ordinal);
        Assert.Throws<SessionException>(() => _session.Set("Light", double.PositiveInfinity));
        Assert.Throws<SessionException>(() => _session.Set("Mark", '\ud800'));
        Assert.Equal(1.5, TraySession.Over(_session).Light);

        void SetLight(double value)
        {
            var tray = TraySession.Over(_session);
            tray.Light = value;
        }
    }

    [Fact]
    public void A_text_longer_than_its_slot_is_refused_with_needed_and_capacity_and_the_old_one_stays()
    {
        SetLabel("1234567890一二三");
        var message = Assert.Throws<SessionException>(() => SetLabel("一二三四五六七")).Message;
        Assert.Contains("'Label'", message, StringComparison.Ordinal);
        Assert.Contains("21", message, StringComparison.Ordinal);
        Assert.Contains("20", message, StringComparison.Ordinal);
        Assert.Throws<SessionException>(() => SetLabel("half \ud83d"));
        Assert.Throws<SessionException>(() => _session.Set("Label", new string('x', 21)));
        Assert.Equal("1234567890一二三", TraySession.Over(_session).Label);

        void SetLabel(string value)
        {
            var tray = TraySession.Over(_session);
            tray.Label = value;
        }
    }

    [Fact]
    public void Values_that_were_there_before_the_slots_move_into_them()
    {
        _session.Set("Count", 3);
        _session.Set("Label", "盘");
        _session.Set<Rect?>("Tray", null);
        _session.Set("other", 1.5);
        var tray = TraySession.Over(_session);
        Assert.Equal(3, tray.Count);
        Assert.Equal("盘", tray.Label);
        Assert.True(_session.Exists("Tray"));
        Assert.Equal(1.5, _session.Get("other", 0.0));
    }

    [Fact]
    public void A_value_of_another_type_does_not_move_into_a_slot_and_stays()
    {
        _session.Set("Label", "盘");
        _session.Set("Count", "three");
        Assert.Contains("'Count'", Assert.Throws<SessionException>(() => _session.Bind(TraySession.Layout).Session).Message, StringComparison.Ordinal);
        Assert.Equal("three", _session.Get("Count", ""));
        Assert.Equal("盘", _session.Get("Label", ""));
    }

    [Fact]
    public void A_session_has_one_layout()
    {
        _ = TraySession.Over(_session);
        var other = new SessionLayout("OtherSession", 24, [new SessionSlot("Count", "int", SessionSlotForm.Value, 0, 4, SessionType.Int32)]);
        var message = Assert.Throws<SessionException>(() => _session.Bind(other).Session).Message;
        Assert.Contains("TraySession", message, StringComparison.Ordinal);
        Assert.Contains("OtherSession", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Slots_count_towards_the_size_of_the_session()
    {
        _ = TraySession.Over(_session);
        var body = RegionFormat.DefaultSize - RegionFormat.BodyAt - RegionFormat.ChunkSize(RegionFormat.FirstChunkEntries);
        var slots = (int)RegionFormat.BlockSize(RegionLayoutBlock.LengthOf(TraySession.Layout));
        _session.Set("k", new string('x', body - slots - 16));
        Assert.Throws<SessionException>(() => _session.Set("l", true));
        var full = new Session("s-2");
        full.Set("k", new string('x', body - 16 - slots + 1));
        Assert.Contains("TraySession", Assert.Throws<SessionException>(() => full.Bind(TraySession.Layout).Session).Message, StringComparison.Ordinal);
        Assert.True(full.Exists("k"));
    }

    [Fact]
    public void Clear_empties_slots_and_keys()
    {
        var tray = TraySession.Over(_session);
        tray.Count = 3;
        _session.Set("other", 1);
        _session.Clear();
        Assert.Equal(0, tray.Count);
        Assert.False(_session.Exists("Count"));
        Assert.False(_session.Exists("other"));
        Assert.True(_session.IsEmpty);
    }

    [Fact]
    public void Typed_and_keyed_access_to_a_slot_allocates_nothing()
    {
        var tray = TraySession.Over(_session);
        tray.Tray = new Rect(1, 2, 3, 4);
        Assert.Equal(0, Allocation.OfThousand(() =>
        {
            var view = TraySession.Over(_session);
            view.Count += view.Tray!.Value.X;
            _session.Set("Count", _session.Get("Count", 0) + 1);
        }));
        Assert.True(tray.Count >= 2000);
    }

    [Fact]
    public void A_layout_whose_values_would_overlap_is_refused_with_the_name_of_the_type()
    {
        SessionSlot[] slots =
        [
            new("Pose", "Vendor.Pose", SessionSlotForm.Value, 0, 24, SessionType.Struct("Vendor.Pose", 24)),
            new("Count", "int", SessionSlotForm.Value, 48, 4, SessionType.Int32),
        ];
        var refused = Assert.Throws<InvalidOperationException>(() => new SessionLayout("TraySession", 72, slots));
        Assert.Contains("'Vendor.Pose', which takes 24, need 56", refused.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new SessionLayout("TraySession", 32, [new("Note", "string", SessionSlotForm.Text, 0, 9, SessionType.Text)]));
        Assert.Equal(2, new SessionLayout("TraySession", 80, [slots[0], slots[1] with { Offset = 56 }]).Slots.Count);
    }
}
