using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Sessions;

/// <summary>What the generator makes of a session struct with these properties, written by hand.</summary>
public readonly ref struct TraySession
{
    private static readonly SessionBytesCodec<Pose> PoseCodec = new(SessionType.Struct(
        "ProcVision.Sdk.Tests.Sessions.Pose", 24, new("X", 0, SessionType.Double), new("Y", 8, SessionType.Double), new("Angle", 16, SessionType.Double)));

    private static readonly SessionBytesCodec<DayOfWeek> DayCodec = new(SessionType.Enum("System.DayOfWeek", SessionType.Int32));

    public static readonly SessionLayout Layout = new(
        "TraySession",
        248,
        [
            new SessionSlot("Tray", "Rect?", SessionSlotForm.Value, 0, 16, SessionType.Rect),
            new SessionSlot("Count", "int", SessionSlotForm.Value, 40, 4, SessionType.Int32),
            new SessionSlot("Light", "double", SessionSlotForm.Value, 64, 8, SessionType.Double),
            new SessionSlot("Label", "string?", SessionSlotForm.Text, 88, 20, SessionType.Text),
            new SessionSlot("Pose", "global::ProcVision.Sdk.Tests.Sessions.Pose", SessionSlotForm.Value, 144, 24, PoseCodec.Type) { Codec = PoseCodec },
            new SessionSlot("Day", "System.DayOfWeek", SessionSlotForm.Value, 200, 4, DayCodec.Type) { Codec = DayCodec },
            new SessionSlot("Mark", "char?", SessionSlotForm.Value, 224, 2, SessionType.Char),
        ]);

    private readonly SessionSlots _slots;

    private TraySession(SessionSlots slots) => _slots = slots;

    public Rect? Tray
    {
        get => _slots.TryRead<Rect>(0, out var value) ? value : null;
        set
        {
            if (value is { } given)
            {
                _slots.Write(0, in given);
            }
            else
            {
                _slots.Clear(0);
            }
        }
    }

    public int Count { get => _slots.TryRead<int>(40, out var value) ? value : default; set => _slots.Write(40, in value); }

    public double Light { get => _slots.TryRead<double>(64, out var value) ? value : default; set => _slots.Write(64, in value); }

    public string? Label
    {
        get => _slots.TryReadText(88, 20, out var value) ? value : null;
        set
        {
            if (value is { } given)
            {
                _slots.WriteText(88, 20, given);
            }
            else
            {
                _slots.Clear(88);
            }
        }
    }

    public Pose Pose { get => _slots.TryRead<Pose>(144, out var value) ? value : default; set => _slots.Write(144, in value); }

    public DayOfWeek Day { get => _slots.TryRead<DayOfWeek>(200, out var value) ? value : default; set => _slots.Write(200, in value); }

    public Session Keyed => _slots.Session;

    public static TraySession Over(Session session) => new(session.Bind(Layout));
}
