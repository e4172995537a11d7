namespace ProcVision;

/// <summary>Whether a type has null: asked once per type, because code that is not optimized boxes to answer it.</summary>
internal static class TypeNullability<T>
{
    internal static readonly bool HasNull = default(T) is null;
}
