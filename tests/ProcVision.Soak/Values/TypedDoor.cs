namespace ProcVision.Soak.Values;

/// <summary>Writes and reads the typed properties by the number of their key.</summary>
internal static class TypedDoor
{
    /// <summary>The property of each key, in the order of the keys.</summary>
    internal static readonly (string Name, ValueForm Form)[] Properties =
    [
        (nameof(FirstLayout.Flag), Forms.Boolean),
        (nameof(FirstLayout.Small), Forms.Byte),
        (nameof(FirstLayout.Short), Forms.Int16),
        (nameof(FirstLayout.Count), Forms.Int32),
        (nameof(FirstLayout.Total), Forms.Int64),
        (nameof(FirstLayout.Light), Forms.Double),
        (nameof(FirstLayout.Price), Forms.Decimal),
        (nameof(FirstLayout.Serial), Forms.Guid),
        (nameof(FirstLayout.Time), Forms.Time),
        (nameof(FirstLayout.Tray), Forms.Rect),
        (nameof(FirstLayout.Pose), Forms.Pose),
        (nameof(FirstLayout.Note), Forms.Text),
        (nameof(FirstLayout.Template), Forms.Template),
        (nameof(FirstLayout.Curve), Forms.Array),
    ];

    /// <summary>Makes the edition's value, and gives what stores it in its property.</summary>
    internal static TypedWrite<TSession> Prepare<TSession>(Edition edition, bool isNothing)
        where TSession : ISoakSession<TSession>, allows ref struct
    {
        switch (edition.Key)
        {
            case 0:
                bool? flag = isNothing ? null : Forms.Boolean.Make(edition);
                return session => session.Flag = flag;
            case 1:
                byte? small = isNothing ? null : Forms.Byte.Make(edition);
                return session => session.Small = small;
            case 2:
                short? number = isNothing ? null : Forms.Int16.Make(edition);
                return session => session.Short = number;
            case 3:
                int? count = isNothing ? null : Forms.Int32.Make(edition);
                return session => session.Count = count;
            case 4:
                long? total = isNothing ? null : Forms.Int64.Make(edition);
                return session => session.Total = total;
            case 5:
                double? light = isNothing ? null : Forms.Double.Make(edition);
                return session => session.Light = light;
            case 6:
                decimal? price = isNothing ? null : Forms.Decimal.Make(edition);
                return session => session.Price = price;
            case 7:
                Guid? serial = isNothing ? null : Forms.Guid.Make(edition);
                return session => session.Serial = serial;
            case 8:
                DateTimeOffset? time = isNothing ? null : Forms.Time.Make(edition);
                return session => session.Time = time;
            case 9:
                Rect? tray = isNothing ? null : Forms.Rect.Make(edition);
                return session => session.Tray = tray;
            case 10:
                Pose? pose = isNothing ? null : Forms.Pose.Make(edition);
                return session => session.Pose = pose;
            case 11:
                string? note = isNothing ? null : Forms.Text.Make(edition);
                return session => session.Note = note;
            case 12:
                Template? template = isNothing ? null : Forms.Template.Make(edition);
                return session => session.Template = template;
            case 13:
                long[]? curve = isNothing ? null : Forms.Array.Make(edition);
                return session => session.Curve = curve;
            default:
                throw new ArgumentOutOfRangeException(nameof(edition), edition.Key, "no typed property");
        }
    }

    /// <summary>Whether a property has the edition's value.</summary>
    internal static bool IsIn<TSession>(TSession session, Edition edition, bool isNothing)
        where TSession : ISoakSession<TSession>, allows ref struct => edition.Key switch
        {
            0 => Is(session.Flag, isNothing, Forms.Boolean, edition),
            1 => Is(session.Small, isNothing, Forms.Byte, edition),
            2 => Is(session.Short, isNothing, Forms.Int16, edition),
            3 => Is(session.Count, isNothing, Forms.Int32, edition),
            4 => Is(session.Total, isNothing, Forms.Int64, edition),
            5 => Is(session.Light, isNothing, Forms.Double, edition),
            6 => Is(session.Price, isNothing, Forms.Decimal, edition),
            7 => Is(session.Serial, isNothing, Forms.Guid, edition),
            8 => Is(session.Time, isNothing, Forms.Time, edition),
            9 => Is(session.Tray, isNothing, Forms.Rect, edition),
            10 => Is(session.Pose, isNothing, Forms.Pose, edition),
            11 => isNothing ? session.Note is null : session.Note == Forms.Text.Make(edition),
            12 => isNothing ? session.Template is null : session.Template == Forms.Template.Make(edition),
            13 => isNothing ? session.Curve is null : session.Curve.AsSpan().SequenceEqual(Forms.Array.Make(edition)),
            _ => throw new ArgumentOutOfRangeException(nameof(edition), edition.Key, "no typed property"),
        };

    private static bool Is<T>(T? value, bool isNothing, ValueForm<T> form, Edition edition)
        where T : struct => isNothing ? value is null : value is { } given && EqualityComparer<T>.Default.Equals(given, form.Make(edition));
}
