using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Sessions;

/// <summary>What the generator makes of a session struct with these properties, written by hand.</summary>
public readonly ref struct TraySession
{
    public static readonly SessionLayout Layout = new(
        "TraySession",
        168,
        [
            new SessionSlot("Tray", "Rect?", SessionSlotKind.Value, 0, 16),
            new SessionSlot("Count", "int", SessionSlotKind.Value, 24, 4),
            new SessionSlot("Light", "double", SessionSlotKind.Value, 40, 8),
            new SessionSlot("Label", "string?", SessionSlotKind.Text, 56, 20),
            new SessionSlot("Pose", "global::ProcVision.Sdk.Tests.Sessions.Pose", SessionSlotKind.Value, 96, 24),
            new SessionSlot("Day", "System.DayOfWeek", SessionSlotKind.Value, 136, 4),
            new SessionSlot("Mark", "char?", SessionSlotKind.Value, 152, 2),
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

    public int Count { get => _slots.TryRead<int>(24, out var value) ? value : default; set => _slots.Write(24, in value); }

    public double Light { get => _slots.TryRead<double>(40, out var value) ? value : default; set => _slots.Write(40, in value); }

    public string? Label
    {
        get => _slots.TryReadText(56, out var value) ? value : null;
        set
        {
            if (value is { } given)
            {
                _slots.WriteText(56, 20, "Label", given);
            }
            else
            {
                _slots.Clear(56);
            }
        }
    }

    public Pose Pose { get => _slots.TryRead<Pose>(96, out var value) ? value : default; set => _slots.Write(96, in value); }

    public DayOfWeek Day { get => _slots.TryRead<DayOfWeek>(136, out var value) ? value : default; set => _slots.Write(136, in value); }

    public Session Keyed => _slots.Session;

    public static TraySession Over(Session session) => new(session.Bind(Layout));
}
