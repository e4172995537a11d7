using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>As <see cref="SessionJsonObjectCodec{T}"/>, for a struct: its nullable form is known by key as well. For generated code.</summary>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SessionJsonStructCodec<T> : SessionJsonObjectCodec<T>
    where T : struct
{
    internal sealed override SessionCodec NullableForm => field ??= new SessionNullableCodec<T>(this);

    internal sealed override void Register()
    {
        base.Register();
        NullableForm.Register();
    }
}
