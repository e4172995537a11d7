using System.Runtime.CompilerServices;

namespace ProcVision;

/// <summary>Values of a built-in type that have no JSON form are refused before anything is changed (conformance 11, 163).</summary>
internal static class SessionValueRules
{
    /// <summary>Whether a float, double or char has a JSON form.</summary>
    internal static bool IsStorable<T>(T value)
        where T : unmanaged =>
        typeof(T) == typeof(double) ? double.IsFinite(Unsafe.As<T, double>(ref value))
        : typeof(T) == typeof(float) ? float.IsFinite(Unsafe.As<T, float>(ref value))
        : typeof(T) != typeof(char) || !char.IsSurrogate(Unsafe.As<T, char>(ref value));

    /// <exception cref="SessionException">The value is NaN, infinite, or half a character.</exception>
    internal static void Check<T>(string key, T value)
    {
        if (typeof(T) == typeof(double))
        {
            Finite(key, Unsafe.As<T, double>(ref value));
        }
        else if (typeof(T) == typeof(double?))
        {
            Finite(key, Unsafe.As<T, double?>(ref value).GetValueOrDefault());
        }
        else if (typeof(T) == typeof(float))
        {
            Finite(key, Unsafe.As<T, float>(ref value));
        }
        else if (typeof(T) == typeof(float?))
        {
            Finite(key, Unsafe.As<T, float?>(ref value).GetValueOrDefault());
        }
        else if (typeof(T) == typeof(char))
        {
            Whole(key, Unsafe.As<T, char>(ref value));
        }
        else if (typeof(T) == typeof(char?))
        {
            Whole(key, Unsafe.As<T, char?>(ref value).GetValueOrDefault());
        }
    }

    private static void Finite(string key, double value)
    {
        if (!double.IsFinite(value))
        {
            throw SessionErrors.NotFinite(key, value);
        }
    }

    private static void Whole(string key, char value)
    {
        if (char.IsSurrogate(value))
        {
            throw SessionErrors.HalfCharacter(key);
        }
    }
}
