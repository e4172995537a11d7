namespace ProcVision;

/// <summary>Why a call was refused before the author's method, or its result after it.</summary>
/// <param name="Code">Four digits.</param>
/// <param name="Message">What, where, and the limit.</param>
internal readonly record struct CallProblem(ErrorCode Code, string Message);
