using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>A type marked <c>[SessionValue]</c>: its codec, which makes its nullable and collections known as well.</summary>
/// <param name="Codec">Its codec.</param>
/// <param name="Json">Its JSON form; null for a struct that is bytes and has none.</param>
/// <param name="IsValueType">Whether it is a struct or enum.</param>
/// <param name="Descriptions">What has to be printed for it.</param>
/// <param name="Forms">What has to be printed for it.</param>
internal sealed record MarkedValue(CodecModel Codec, string? Json, bool IsValueType, EquatableArray<DescriptionModel> Descriptions, EquatableArray<JsonModel> Forms);
