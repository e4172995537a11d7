using ProcVision.CompilerServices;

namespace ProcVision.Fuzz.Regions;

/// <summary>A typed session as the generator would emit it: a slot of every form.</summary>
internal static class FuzzedSession
{
    private const int Label = 64;
    private const int Grade = 128;
    private const int Pose = 152;
    private const int Points = 208;

    private static readonly SessionArrayCodec<int> PointsCodec = new(SessionType.Int32);

    private static readonly SessionType PoseType = SessionType.Struct(
        "Plant.Pose", 24, new("X", 0, SessionType.Double), new("At", 8, SessionType.Nullable(SessionType.Int32, 8)), new("Ok", 16, SessionType.Boolean));

    private static readonly SessionLayout Layout = new(
        "FuzzedSession",
        Points + 8 + (2 * 72),
        [
            new("Tray", "Rect?", SessionSlotForm.Value, 0, 16, SessionType.Rect),
            new("Light", "double", SessionSlotForm.Value, 40, 8, SessionType.Double),
            new("Label", "string?", SessionSlotForm.Text, Label, 20, SessionType.Text),
            new("Grade", "Plant.Grade", SessionSlotForm.Value, Grade, 4, SessionType.Flags("Plant.Grade", SessionType.Int32, new("Good", 1), new("Late", 2))),
            new("Pose", "Plant.Pose", SessionSlotForm.Value, Pose, 24, PoseType),
            new("Points", "int[]", SessionSlotForm.Coded, Points, 64, SessionType.Array("int[]", SessionType.Int32)) { Codec = PointsCodec },
        ]);

    /// <summary>Writes each property.</summary>
    internal static void Fill(Session session, int number)
    {
        var slots = session.Bind(Layout);
        slots.Write(0, new Rect(number, 2, 3, 4));
        slots.Write(40, number / 3.0);
        slots.WriteText(Label, 20, $"料盘 {number % 1000}");
        slots.Write(Grade, number & 3);
        slots.Write(Pose, new Place { X = number, HasAt = true, At = 7, Ok = true });
        slots.Write(Points, 64, PointsCodec, [number, 1, 2]);
        session.Delete(number % 2 == 0 ? "Light" : "Label");
    }

    /// <summary>Reads each property; what it finds may be anything.</summary>
    internal static void Read(Session session)
    {
        var slots = session.Bind(Layout);
        _ = slots.TryRead<Rect>(0, out _);
        _ = slots.TryRead<double>(40, out _);
        _ = slots.TryReadText(Label, 20, out _);
        _ = slots.TryRead<int>(Grade, out _);
        _ = slots.TryRead<Place>(Pose, out _);
        _ = slots.TryRead(Points, 64, PointsCodec, out _);
    }

    private struct Place
    {
        public double X;
        public bool HasAt;
        public int At;
        public bool Ok;
    }
}
