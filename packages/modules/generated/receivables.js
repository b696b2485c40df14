// Made from packages/modules/src/receivables/receivables.proto by `npm run generate` (pbjs 2.7.1). Do not edit.
/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $root = $protobuf.roots["hanse-receivables"] || ($protobuf.roots["hanse-receivables"] = {});

export const hanse = $root.hanse = (() => {

    const hanse = {};

    hanse.receivables = (function() {

        const receivables = {};

        receivables.v1 = (function() {

            const v1 = {};

            v1.Calendar = (function() {

                const Calendar = function (properties) {
                    this.weekendDays = [];
                    this.holidays = [];
                    this.workdays = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Calendar.prototype.weekendDays = $util.emptyArray;
                Calendar.prototype.holidays = $util.emptyArray;
                Calendar.prototype.workdays = $util.emptyArray;
                Calendar.prototype.convention = "";

                Calendar.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.weekendDays != null && message.weekendDays.length)
                        writer.uint32(10).uint32s(message.weekendDays);
                    if (message.holidays != null && message.holidays.length)
                        for (let i = 0; i < message.holidays.length; ++i)
                            writer.uint32(18).string(message.holidays[i]);
                    if (message.workdays != null && message.workdays.length)
                        for (let i = 0; i < message.workdays.length; ++i)
                            writer.uint32(26).string(message.workdays[i]);
                    if (message.convention != null && $Object.hasOwnProperty.call(message, "convention") && message.convention !== "")
                        writer.uint32(34).string(message.convention);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Calendar.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Calendar();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType === 2) {
                                    if (!(message.weekendDays && message.weekendDays.length))
                                        message.weekendDays = [];
                                    reader.uint32s(message.weekendDays);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.weekendDays && message.weekendDays.length))
                                    message.weekendDays = [];
                                message.weekendDays.push(reader.uint32());
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.holidays && message.holidays.length))
                                    message.holidays = [];
                                message.holidays.push(reader.stringVerify());
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.workdays && message.workdays.length))
                                    message.workdays = [];
                                message.workdays.push(reader.stringVerify());
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.convention = value;
                                else
                                    delete message.convention;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Calendar;
            })();

            v1.Params = (function() {

                const Params = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Params.prototype.utcOffsetMinutes = 0;
                Params.prototype.graceDays = 0;
                Params.prototype.tenorMonthsMax = 0;
                Params.prototype.tenorMonthsWithoutReason = 0;
                Params.prototype.dayCount = "";
                Params.prototype.offerDaysMax = 0;
                Params.prototype.freezeDaysMax = 0;
                Params.prototype.supplierPaymentDays = 0;
                Params.prototype.calendar = null;
                Params.prototype.screening = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Params.prototype, "_calendar", {
                    get: $util.oneOfGetter($oneOfFields = ["calendar"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Params.prototype, "_screening", {
                    get: $util.oneOfGetter($oneOfFields = ["screening"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Params.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.utcOffsetMinutes != null && $Object.hasOwnProperty.call(message, "utcOffsetMinutes") && message.utcOffsetMinutes !== 0)
                        writer.uint32(8).uint32(message.utcOffsetMinutes);
                    if (message.graceDays != null && $Object.hasOwnProperty.call(message, "graceDays") && message.graceDays !== 0)
                        writer.uint32(16).uint32(message.graceDays);
                    if (message.tenorMonthsMax != null && $Object.hasOwnProperty.call(message, "tenorMonthsMax") && message.tenorMonthsMax !== 0)
                        writer.uint32(24).uint32(message.tenorMonthsMax);
                    if (message.tenorMonthsWithoutReason != null && $Object.hasOwnProperty.call(message, "tenorMonthsWithoutReason") && message.tenorMonthsWithoutReason !== 0)
                        writer.uint32(32).uint32(message.tenorMonthsWithoutReason);
                    if (message.dayCount != null && $Object.hasOwnProperty.call(message, "dayCount") && message.dayCount !== "")
                        writer.uint32(42).string(message.dayCount);
                    if (message.offerDaysMax != null && $Object.hasOwnProperty.call(message, "offerDaysMax") && message.offerDaysMax !== 0)
                        writer.uint32(48).uint32(message.offerDaysMax);
                    if (message.freezeDaysMax != null && $Object.hasOwnProperty.call(message, "freezeDaysMax") && message.freezeDaysMax !== 0)
                        writer.uint32(56).uint32(message.freezeDaysMax);
                    if (message.supplierPaymentDays != null && $Object.hasOwnProperty.call(message, "supplierPaymentDays") && message.supplierPaymentDays !== 0)
                        writer.uint32(64).uint32(message.supplierPaymentDays);
                    if (message.calendar != null && $Object.hasOwnProperty.call(message, "calendar"))
                        $root.hanse.receivables.v1.Calendar.encode(message.calendar, writer.uint32(74).fork(), _depth + 1).ldelim();
                    if (message.screening != null && $Object.hasOwnProperty.call(message, "screening"))
                        $root.hanse.receivables.v1.ScreeningTerms.encode(message.screening, writer.uint32(82).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Params.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Params();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.utcOffsetMinutes = value;
                                else
                                    delete message.utcOffsetMinutes;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.graceDays = value;
                                else
                                    delete message.graceDays;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.tenorMonthsMax = value;
                                else
                                    delete message.tenorMonthsMax;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.tenorMonthsWithoutReason = value;
                                else
                                    delete message.tenorMonthsWithoutReason;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.dayCount = value;
                                else
                                    delete message.dayCount;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.offerDaysMax = value;
                                else
                                    delete message.offerDaysMax;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.freezeDaysMax = value;
                                else
                                    delete message.freezeDaysMax;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.supplierPaymentDays = value;
                                else
                                    delete message.supplierPaymentDays;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                message.calendar = $root.hanse.receivables.v1.Calendar.decode(reader, reader.size(), $undefined, _depth + 1, message.calendar);
                                message._calendar = "calendar";
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                message.screening = $root.hanse.receivables.v1.ScreeningTerms.decode(reader, reader.size(), $undefined, _depth + 1, message.screening);
                                message._screening = "screening";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Params;
            })();

            v1.ScreeningTerms = (function() {

                const ScreeningTerms = function (properties) {
                    this.lists = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ScreeningTerms.prototype.lists = $util.emptyArray;
                ScreeningTerms.prototype.validMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                ScreeningTerms.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lists != null && message.lists.length)
                        for (let i = 0; i < message.lists.length; ++i)
                            writer.uint32(10).string(message.lists[i]);
                    if (message.validMs != null && $Object.hasOwnProperty.call(message, "validMs") && (typeof message.validMs === "object" ? message.validMs.low || message.validMs.high : message.validMs !== 0))
                        writer.uint32(16).uint64(message.validMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ScreeningTerms.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.ScreeningTerms();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.lists && message.lists.length))
                                    message.lists = [];
                                message.lists.push(reader.stringVerify());
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.validMs = value;
                                else
                                    delete message.validMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ScreeningTerms;
            })();

            v1.ScreenedVersion = (function() {

                const ScreenedVersion = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ScreenedVersion.prototype.listId = "";
                ScreenedVersion.prototype.version = 0;

                ScreenedVersion.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.listId != null && $Object.hasOwnProperty.call(message, "listId") && message.listId !== "")
                        writer.uint32(10).string(message.listId);
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                        writer.uint32(16).uint32(message.version);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ScreenedVersion.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.ScreenedVersion();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.listId = value;
                                else
                                    delete message.listId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ScreenedVersion;
            })();

            v1.Screening = (function() {

                const Screening = function (properties) {
                    this.checks = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Screening.prototype.bank = "";
                Screening.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Screening.prototype.checks = $util.emptyArray;

                Screening.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.bank != null && $Object.hasOwnProperty.call(message, "bank") && message.bank !== "")
                        writer.uint32(10).string(message.bank);
                    if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
                        writer.uint32(16).uint64(message.atMs);
                    if (message.checks != null && message.checks.length)
                        for (let i = 0; i < message.checks.length; ++i)
                            $root.hanse.receivables.v1.ScreenedVersion.encode(message.checks[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Screening.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Screening();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.bank = value;
                                else
                                    delete message.bank;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.atMs = value;
                                else
                                    delete message.atMs;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.checks && message.checks.length))
                                    message.checks = [];
                                message.checks.push($root.hanse.receivables.v1.ScreenedVersion.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Screening;
            })();

            v1.Line = (function() {

                const Line = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Line.prototype.bank = "";
                Line.prototype.core = "";
                Line.prototype.currency = "";
                Line.prototype.limit = $util.newBuffer([]);
                Line.prototype.used = $util.newBuffer([]);
                Line.prototype.grantedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                Line.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.bank != null && $Object.hasOwnProperty.call(message, "bank") && message.bank !== "")
                        writer.uint32(10).string(message.bank);
                    if (message.core != null && $Object.hasOwnProperty.call(message, "core") && message.core !== "")
                        writer.uint32(18).string(message.core);
                    if (message.currency != null && $Object.hasOwnProperty.call(message, "currency") && message.currency !== "")
                        writer.uint32(26).string(message.currency);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit.length)
                        writer.uint32(34).bytes(message.limit);
                    if (message.used != null && $Object.hasOwnProperty.call(message, "used") && message.used.length)
                        writer.uint32(42).bytes(message.used);
                    if (message.grantedAtMs != null && $Object.hasOwnProperty.call(message, "grantedAtMs") && (typeof message.grantedAtMs === "object" ? message.grantedAtMs.low || message.grantedAtMs.high : message.grantedAtMs !== 0))
                        writer.uint32(48).uint64(message.grantedAtMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Line.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Line();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.bank = value;
                                else
                                    delete message.bank;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.core = value;
                                else
                                    delete message.core;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.currency = value;
                                else
                                    delete message.currency;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.limit = value;
                                else
                                    delete message.limit;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.used = value;
                                else
                                    delete message.used;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.grantedAtMs = value;
                                else
                                    delete message.grantedAtMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Line;
            })();

            v1.InvoicePledge = (function() {

                const InvoicePledge = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                InvoicePledge.prototype.invoiceId = "";
                InvoicePledge.prototype.amount = $util.newBuffer([]);
                InvoicePledge.prototype.settled = $util.newBuffer([]);

                InvoicePledge.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.invoiceId != null && $Object.hasOwnProperty.call(message, "invoiceId") && message.invoiceId !== "")
                        writer.uint32(10).string(message.invoiceId);
                    if (message.amount != null && $Object.hasOwnProperty.call(message, "amount") && message.amount.length)
                        writer.uint32(18).bytes(message.amount);
                    if (message.settled != null && $Object.hasOwnProperty.call(message, "settled") && message.settled.length)
                        writer.uint32(26).bytes(message.settled);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                InvoicePledge.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.InvoicePledge();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.invoiceId = value;
                                else
                                    delete message.invoiceId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.amount = value;
                                else
                                    delete message.amount;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.settled = value;
                                else
                                    delete message.settled;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return InvoicePledge;
            })();

            v1.GoodsLine = (function() {

                const GoodsLine = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GoodsLine.prototype.lineId = "";
                GoodsLine.prototype.quantity = "";
                GoodsLine.prototype.unitCode = "";
                GoodsLine.prototype.unitPrice = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(GoodsLine.prototype, "_unitPrice", {
                    get: $util.oneOfGetter($oneOfFields = ["unitPrice"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                GoodsLine.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lineId != null && $Object.hasOwnProperty.call(message, "lineId") && message.lineId !== "")
                        writer.uint32(10).string(message.lineId);
                    if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && message.quantity !== "")
                        writer.uint32(18).string(message.quantity);
                    if (message.unitCode != null && $Object.hasOwnProperty.call(message, "unitCode") && message.unitCode !== "")
                        writer.uint32(26).string(message.unitCode);
                    if (message.unitPrice != null && $Object.hasOwnProperty.call(message, "unitPrice"))
                        writer.uint32(34).string(message.unitPrice);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GoodsLine.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.GoodsLine();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.lineId = value;
                                else
                                    delete message.lineId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.quantity = value;
                                else
                                    delete message.quantity;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.unitCode = value;
                                else
                                    delete message.unitCode;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.unitPrice = reader.stringVerify();
                                message._unitPrice = "unitPrice";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return GoodsLine;
            })();

            v1.Goods = (function() {

                const Goods = function (properties) {
                    this.lines = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Goods.prototype.lines = $util.emptyArray;

                Goods.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lines != null && message.lines.length)
                        for (let i = 0; i < message.lines.length; ++i)
                            $root.hanse.receivables.v1.GoodsLine.encode(message.lines[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Goods.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Goods();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.lines && message.lines.length))
                                    message.lines = [];
                                message.lines.push($root.hanse.receivables.v1.GoodsLine.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Goods;
            })();

            v1.TradeDocument = (function() {

                const TradeDocument = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                TradeDocument.prototype.type = "";
                TradeDocument.prototype.reference = "";
                TradeDocument.prototype.hash = $util.newBuffer([]);
                TradeDocument.prototype.amount = null;
                TradeDocument.prototype.goods = null;
                TradeDocument.prototype.date = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(TradeDocument.prototype, "_amount", {
                    get: $util.oneOfGetter($oneOfFields = ["amount"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(TradeDocument.prototype, "_goods", {
                    get: $util.oneOfGetter($oneOfFields = ["goods"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(TradeDocument.prototype, "_date", {
                    get: $util.oneOfGetter($oneOfFields = ["date"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                TradeDocument.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                        writer.uint32(10).string(message.type);
                    if (message.reference != null && $Object.hasOwnProperty.call(message, "reference") && message.reference !== "")
                        writer.uint32(18).string(message.reference);
                    if (message.hash != null && $Object.hasOwnProperty.call(message, "hash") && message.hash.length)
                        writer.uint32(26).bytes(message.hash);
                    if (message.amount != null && $Object.hasOwnProperty.call(message, "amount"))
                        writer.uint32(34).bytes(message.amount);
                    if (message.goods != null && $Object.hasOwnProperty.call(message, "goods"))
                        $root.hanse.receivables.v1.Goods.encode(message.goods, writer.uint32(42).fork(), _depth + 1).ldelim();
                    if (message.date != null && $Object.hasOwnProperty.call(message, "date"))
                        writer.uint32(50).string(message.date);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                TradeDocument.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.TradeDocument();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.type = value;
                                else
                                    delete message.type;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reference = value;
                                else
                                    delete message.reference;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.hash = value;
                                else
                                    delete message.hash;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.amount = reader.bytes();
                                message._amount = "amount";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.goods = $root.hanse.receivables.v1.Goods.decode(reader, reader.size(), $undefined, _depth + 1, message.goods);
                                message._goods = "goods";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.date = reader.stringVerify();
                                message._date = "date";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return TradeDocument;
            })();

            v1.UsedLine = (function() {

                const UsedLine = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                UsedLine.prototype.lineId = "";
                UsedLine.prototype.unitCode = "";
                UsedLine.prototype.quantity = $util.newBuffer([]);
                UsedLine.prototype.used = $util.newBuffer([]);
                UsedLine.prototype.unitPrice = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(UsedLine.prototype, "_unitPrice", {
                    get: $util.oneOfGetter($oneOfFields = ["unitPrice"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                UsedLine.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lineId != null && $Object.hasOwnProperty.call(message, "lineId") && message.lineId !== "")
                        writer.uint32(10).string(message.lineId);
                    if (message.unitCode != null && $Object.hasOwnProperty.call(message, "unitCode") && message.unitCode !== "")
                        writer.uint32(18).string(message.unitCode);
                    if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && message.quantity.length)
                        writer.uint32(26).bytes(message.quantity);
                    if (message.used != null && $Object.hasOwnProperty.call(message, "used") && message.used.length)
                        writer.uint32(34).bytes(message.used);
                    if (message.unitPrice != null && $Object.hasOwnProperty.call(message, "unitPrice"))
                        writer.uint32(42).string(message.unitPrice);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                UsedLine.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.UsedLine();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.lineId = value;
                                else
                                    delete message.lineId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.unitCode = value;
                                else
                                    delete message.unitCode;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.quantity = value;
                                else
                                    delete message.quantity;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.used = value;
                                else
                                    delete message.used;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.unitPrice = reader.stringVerify();
                                message._unitPrice = "unitPrice";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return UsedLine;
            })();

            v1.DocumentUse = (function() {

                const DocumentUse = function (properties) {
                    this.lines = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DocumentUse.prototype.hash = $util.newBuffer([]);
                DocumentUse.prototype.amount = null;
                DocumentUse.prototype.used = $util.newBuffer([]);
                DocumentUse.prototype.lines = $util.emptyArray;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(DocumentUse.prototype, "_amount", {
                    get: $util.oneOfGetter($oneOfFields = ["amount"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                DocumentUse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hash != null && $Object.hasOwnProperty.call(message, "hash") && message.hash.length)
                        writer.uint32(10).bytes(message.hash);
                    if (message.amount != null && $Object.hasOwnProperty.call(message, "amount"))
                        writer.uint32(18).bytes(message.amount);
                    if (message.used != null && $Object.hasOwnProperty.call(message, "used") && message.used.length)
                        writer.uint32(26).bytes(message.used);
                    if (message.lines != null && message.lines.length)
                        for (let i = 0; i < message.lines.length; ++i)
                            $root.hanse.receivables.v1.UsedLine.encode(message.lines[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DocumentUse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.DocumentUse();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.hash = value;
                                else
                                    delete message.hash;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.amount = reader.bytes();
                                message._amount = "amount";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.used = value;
                                else
                                    delete message.used;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.lines && message.lines.length))
                                    message.lines = [];
                                message.lines.push($root.hanse.receivables.v1.UsedLine.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return DocumentUse;
            })();

            v1.TakenLine = (function() {

                const TakenLine = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                TakenLine.prototype.lineId = "";
                TakenLine.prototype.quantity = $util.newBuffer([]);

                TakenLine.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lineId != null && $Object.hasOwnProperty.call(message, "lineId") && message.lineId !== "")
                        writer.uint32(10).string(message.lineId);
                    if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && message.quantity.length)
                        writer.uint32(18).bytes(message.quantity);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                TakenLine.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.TakenLine();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.lineId = value;
                                else
                                    delete message.lineId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.quantity = value;
                                else
                                    delete message.quantity;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return TakenLine;
            })();

            v1.Taken = (function() {

                const Taken = function (properties) {
                    this.lines = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Taken.prototype.type = "";
                Taken.prototype.reference = "";
                Taken.prototype.amount = $util.newBuffer([]);
                Taken.prototype.lines = $util.emptyArray;

                Taken.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                        writer.uint32(10).string(message.type);
                    if (message.reference != null && $Object.hasOwnProperty.call(message, "reference") && message.reference !== "")
                        writer.uint32(18).string(message.reference);
                    if (message.amount != null && $Object.hasOwnProperty.call(message, "amount") && message.amount.length)
                        writer.uint32(26).bytes(message.amount);
                    if (message.lines != null && message.lines.length)
                        for (let i = 0; i < message.lines.length; ++i)
                            $root.hanse.receivables.v1.TakenLine.encode(message.lines[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Taken.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Taken();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.type = value;
                                else
                                    delete message.type;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reference = value;
                                else
                                    delete message.reference;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.amount = value;
                                else
                                    delete message.amount;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.lines && message.lines.length))
                                    message.lines = [];
                                message.lines.push($root.hanse.receivables.v1.TakenLine.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Taken;
            })();

            v1.Root = (function() {

                const Root = function (properties) {
                    this.invoices = [];
                    this.documents = [];
                    this.live = [];
                    this.taken = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Root.prototype.lineId = "";
                Root.prototype.issuer = "";
                Root.prototype.payee = "";
                Root.prototype.clearingBank = "";
                Root.prototype.currency = "";
                Root.prototype.face = $util.newBuffer([]);
                Root.prototype.issueDate = "";
                Root.prototype.dueDate = "";
                Root.prototype.tenorReason = null;
                Root.prototype.invoices = $util.emptyArray;
                Root.prototype.documents = $util.emptyArray;
                Root.prototype.live = $util.emptyArray;
                Root.prototype.redeemed = $util.newBuffer([]);
                Root.prototype.writtenOff = $util.newBuffer([]);
                Root.prototype.taken = $util.emptyArray;
                Root.prototype.goodsAcceptedOn = "";

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Root.prototype, "_tenorReason", {
                    get: $util.oneOfGetter($oneOfFields = ["tenorReason"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Root.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lineId != null && $Object.hasOwnProperty.call(message, "lineId") && message.lineId !== "")
                        writer.uint32(10).string(message.lineId);
                    if (message.issuer != null && $Object.hasOwnProperty.call(message, "issuer") && message.issuer !== "")
                        writer.uint32(18).string(message.issuer);
                    if (message.payee != null && $Object.hasOwnProperty.call(message, "payee") && message.payee !== "")
                        writer.uint32(26).string(message.payee);
                    if (message.clearingBank != null && $Object.hasOwnProperty.call(message, "clearingBank") && message.clearingBank !== "")
                        writer.uint32(34).string(message.clearingBank);
                    if (message.currency != null && $Object.hasOwnProperty.call(message, "currency") && message.currency !== "")
                        writer.uint32(42).string(message.currency);
                    if (message.face != null && $Object.hasOwnProperty.call(message, "face") && message.face.length)
                        writer.uint32(50).bytes(message.face);
                    if (message.issueDate != null && $Object.hasOwnProperty.call(message, "issueDate") && message.issueDate !== "")
                        writer.uint32(58).string(message.issueDate);
                    if (message.dueDate != null && $Object.hasOwnProperty.call(message, "dueDate") && message.dueDate !== "")
                        writer.uint32(66).string(message.dueDate);
                    if (message.tenorReason != null && $Object.hasOwnProperty.call(message, "tenorReason"))
                        writer.uint32(74).string(message.tenorReason);
                    if (message.invoices != null && message.invoices.length)
                        for (let i = 0; i < message.invoices.length; ++i)
                            $root.hanse.receivables.v1.InvoicePledge.encode(message.invoices[i], writer.uint32(82).fork(), _depth + 1).ldelim();
                    if (message.documents != null && message.documents.length)
                        for (let i = 0; i < message.documents.length; ++i)
                            $root.hanse.receivables.v1.TradeDocument.encode(message.documents[i], writer.uint32(90).fork(), _depth + 1).ldelim();
                    if (message.live != null && message.live.length)
                        for (let i = 0; i < message.live.length; ++i)
                            writer.uint32(98).string(message.live[i]);
                    if (message.redeemed != null && $Object.hasOwnProperty.call(message, "redeemed") && message.redeemed.length)
                        writer.uint32(106).bytes(message.redeemed);
                    if (message.writtenOff != null && $Object.hasOwnProperty.call(message, "writtenOff") && message.writtenOff.length)
                        writer.uint32(114).bytes(message.writtenOff);
                    if (message.taken != null && message.taken.length)
                        for (let i = 0; i < message.taken.length; ++i)
                            $root.hanse.receivables.v1.Taken.encode(message.taken[i], writer.uint32(122).fork(), _depth + 1).ldelim();
                    if (message.goodsAcceptedOn != null && $Object.hasOwnProperty.call(message, "goodsAcceptedOn") && message.goodsAcceptedOn !== "")
                        writer.uint32(130).string(message.goodsAcceptedOn);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Root.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Root();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.lineId = value;
                                else
                                    delete message.lineId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.issuer = value;
                                else
                                    delete message.issuer;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.payee = value;
                                else
                                    delete message.payee;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clearingBank = value;
                                else
                                    delete message.clearingBank;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.currency = value;
                                else
                                    delete message.currency;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.face = value;
                                else
                                    delete message.face;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.issueDate = value;
                                else
                                    delete message.issueDate;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.dueDate = value;
                                else
                                    delete message.dueDate;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                message.tenorReason = reader.stringVerify();
                                message._tenorReason = "tenorReason";
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.invoices && message.invoices.length))
                                    message.invoices = [];
                                message.invoices.push($root.hanse.receivables.v1.InvoicePledge.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.documents && message.documents.length))
                                    message.documents = [];
                                message.documents.push($root.hanse.receivables.v1.TradeDocument.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.live && message.live.length))
                                    message.live = [];
                                message.live.push(reader.stringVerify());
                                continue;
                            }
                        case 13: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.redeemed = value;
                                else
                                    delete message.redeemed;
                                continue;
                            }
                        case 14: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.writtenOff = value;
                                else
                                    delete message.writtenOff;
                                continue;
                            }
                        case 15: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.taken && message.taken.length))
                                    message.taken = [];
                                message.taken.push($root.hanse.receivables.v1.Taken.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 16: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.goodsAcceptedOn = value;
                                else
                                    delete message.goodsAcceptedOn;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Root;
            })();

            v1.Registration = (function() {

                const Registration = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Registration.prototype.certNo = "";
                Registration.prototype.amount = $util.newBuffer([]);
                Registration.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Registration.prototype.index = 0;
                Registration.prototype.txId = $util.newBuffer([]);
                Registration.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                Registration.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.amount != null && $Object.hasOwnProperty.call(message, "amount") && message.amount.length)
                        writer.uint32(18).bytes(message.amount);
                    if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                        writer.uint32(24).uint64(message.height);
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                        writer.uint32(32).uint32(message.index);
                    if (message.txId != null && $Object.hasOwnProperty.call(message, "txId") && message.txId.length)
                        writer.uint32(42).bytes(message.txId);
                    if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs") && (typeof message.timeMs === "object" ? message.timeMs.low || message.timeMs.high : message.timeMs !== 0))
                        writer.uint32(48).uint64(message.timeMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Registration.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Registration();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.amount = value;
                                else
                                    delete message.amount;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.height = value;
                                else
                                    delete message.height;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.txId = value;
                                else
                                    delete message.txId;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.timeMs = value;
                                else
                                    delete message.timeMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Registration;
            })();

            v1.RegistrationCount = (function() {

                const RegistrationCount = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                RegistrationCount.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                RegistrationCount.prototype.count = 0;

                RegistrationCount.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                        writer.uint32(8).uint64(message.height);
                    if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                        writer.uint32(16).uint32(message.count);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                RegistrationCount.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.RegistrationCount();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.height = value;
                                else
                                    delete message.height;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.count = value;
                                else
                                    delete message.count;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return RegistrationCount;
            })();

            v1.PaymentAlarm = (function() {

                const PaymentAlarm = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PaymentAlarm.prototype.certNo = "";
                PaymentAlarm.prototype.reason = "";
                PaymentAlarm.prototype.raisedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                PaymentAlarm.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(18).string(message.reason);
                    if (message.raisedAtMs != null && $Object.hasOwnProperty.call(message, "raisedAtMs") && (typeof message.raisedAtMs === "object" ? message.raisedAtMs.low || message.raisedAtMs.high : message.raisedAtMs !== 0))
                        writer.uint32(24).uint64(message.raisedAtMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PaymentAlarm.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.PaymentAlarm();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.raisedAtMs = value;
                                else
                                    delete message.raisedAtMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return PaymentAlarm;
            })();

            v1.PendingTransfer = (function() {

                const PendingTransfer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PendingTransfer.prototype.to = "";
                PendingTransfer.prototype.tradeDocumentHash = $util.newBuffer([]);
                PendingTransfer.prototype.expiresAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                PendingTransfer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                        writer.uint32(10).string(message.to);
                    if (message.tradeDocumentHash != null && $Object.hasOwnProperty.call(message, "tradeDocumentHash") && message.tradeDocumentHash.length)
                        writer.uint32(18).bytes(message.tradeDocumentHash);
                    if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                        writer.uint32(24).uint64(message.expiresAtMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PendingTransfer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.PendingTransfer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.to = value;
                                else
                                    delete message.to;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.tradeDocumentHash = value;
                                else
                                    delete message.tradeDocumentHash;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.expiresAtMs = value;
                                else
                                    delete message.expiresAtMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return PendingTransfer;
            })();

            v1.FinanceRequest = (function() {

                const FinanceRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                FinanceRequest.prototype.annualRatePpm = 0;
                FinanceRequest.prototype.bank = null;
                FinanceRequest.prototype.recourse = false;
                FinanceRequest.prototype.expiresAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                FinanceRequest.prototype.auctionNo = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(FinanceRequest.prototype, "_bank", {
                    get: $util.oneOfGetter($oneOfFields = ["bank"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(FinanceRequest.prototype, "_auctionNo", {
                    get: $util.oneOfGetter($oneOfFields = ["auctionNo"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                FinanceRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.annualRatePpm != null && $Object.hasOwnProperty.call(message, "annualRatePpm") && message.annualRatePpm !== 0)
                        writer.uint32(8).uint32(message.annualRatePpm);
                    if (message.bank != null && $Object.hasOwnProperty.call(message, "bank"))
                        writer.uint32(18).string(message.bank);
                    if (message.recourse != null && $Object.hasOwnProperty.call(message, "recourse") && message.recourse !== false)
                        writer.uint32(24).bool(message.recourse);
                    if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                        writer.uint32(32).uint64(message.expiresAtMs);
                    if (message.auctionNo != null && $Object.hasOwnProperty.call(message, "auctionNo"))
                        writer.uint32(40).uint32(message.auctionNo);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                FinanceRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.FinanceRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.annualRatePpm = value;
                                else
                                    delete message.annualRatePpm;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.bank = reader.stringVerify();
                                message._bank = "bank";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.recourse = value;
                                else
                                    delete message.recourse;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.expiresAtMs = value;
                                else
                                    delete message.expiresAtMs;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                message.auctionNo = reader.uint32();
                                message._auctionNo = "auctionNo";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return FinanceRequest;
            })();

            v1.SealedBid = (function() {

                const SealedBid = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SealedBid.prototype.bank = "";
                SealedBid.prototype.commitment = $util.newBuffer([]);
                SealedBid.prototype.annualRatePpm = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(SealedBid.prototype, "_annualRatePpm", {
                    get: $util.oneOfGetter($oneOfFields = ["annualRatePpm"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                SealedBid.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.bank != null && $Object.hasOwnProperty.call(message, "bank") && message.bank !== "")
                        writer.uint32(10).string(message.bank);
                    if (message.commitment != null && $Object.hasOwnProperty.call(message, "commitment") && message.commitment.length)
                        writer.uint32(18).bytes(message.commitment);
                    if (message.annualRatePpm != null && $Object.hasOwnProperty.call(message, "annualRatePpm"))
                        writer.uint32(24).uint32(message.annualRatePpm);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                SealedBid.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.SealedBid();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.bank = value;
                                else
                                    delete message.bank;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.commitment = value;
                                else
                                    delete message.commitment;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message.annualRatePpm = reader.uint32();
                                message._annualRatePpm = "annualRatePpm";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SealedBid;
            })();

            v1.Auction = (function() {

                const Auction = function (properties) {
                    this.bids = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Auction.prototype.auctionNo = 0;
                Auction.prototype.commitUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Auction.prototype.revealUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Auction.prototype.bids = $util.emptyArray;
                Auction.prototype.best = null;
                Auction.prototype.escrow = $util.newBuffer([]);
                Auction.prototype.outcome = "";

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Auction.prototype, "_best", {
                    get: $util.oneOfGetter($oneOfFields = ["best"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Auction.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.auctionNo != null && $Object.hasOwnProperty.call(message, "auctionNo") && message.auctionNo !== 0)
                        writer.uint32(8).uint32(message.auctionNo);
                    if (message.commitUntilMs != null && $Object.hasOwnProperty.call(message, "commitUntilMs") && (typeof message.commitUntilMs === "object" ? message.commitUntilMs.low || message.commitUntilMs.high : message.commitUntilMs !== 0))
                        writer.uint32(16).uint64(message.commitUntilMs);
                    if (message.revealUntilMs != null && $Object.hasOwnProperty.call(message, "revealUntilMs") && (typeof message.revealUntilMs === "object" ? message.revealUntilMs.low || message.revealUntilMs.high : message.revealUntilMs !== 0))
                        writer.uint32(24).uint64(message.revealUntilMs);
                    if (message.bids != null && message.bids.length)
                        for (let i = 0; i < message.bids.length; ++i)
                            $root.hanse.receivables.v1.SealedBid.encode(message.bids[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.best != null && $Object.hasOwnProperty.call(message, "best"))
                        writer.uint32(40).uint32(message.best);
                    if (message.escrow != null && $Object.hasOwnProperty.call(message, "escrow") && message.escrow.length)
                        writer.uint32(50).bytes(message.escrow);
                    if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== "")
                        writer.uint32(58).string(message.outcome);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Auction.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Auction();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.auctionNo = value;
                                else
                                    delete message.auctionNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.commitUntilMs = value;
                                else
                                    delete message.commitUntilMs;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.revealUntilMs = value;
                                else
                                    delete message.revealUntilMs;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.bids && message.bids.length))
                                    message.bids = [];
                                message.bids.push($root.hanse.receivables.v1.SealedBid.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                message.best = reader.uint32();
                                message._best = "best";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.escrow = value;
                                else
                                    delete message.escrow;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.outcome = value;
                                else
                                    delete message.outcome;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Auction;
            })();

            v1.Financing = (function() {

                const Financing = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Financing.prototype.bank = "";
                Financing.prototype.seller = "";
                Financing.prototype.annualRatePpm = 0;
                Financing.prototype.days = 0;
                Financing.prototype.discount = $util.newBuffer([]);
                Financing.prototype.paid = $util.newBuffer([]);
                Financing.prototype.recourse = false;
                Financing.prototype.date = "";

                Financing.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.bank != null && $Object.hasOwnProperty.call(message, "bank") && message.bank !== "")
                        writer.uint32(10).string(message.bank);
                    if (message.seller != null && $Object.hasOwnProperty.call(message, "seller") && message.seller !== "")
                        writer.uint32(18).string(message.seller);
                    if (message.annualRatePpm != null && $Object.hasOwnProperty.call(message, "annualRatePpm") && message.annualRatePpm !== 0)
                        writer.uint32(24).uint32(message.annualRatePpm);
                    if (message.days != null && $Object.hasOwnProperty.call(message, "days") && message.days !== 0)
                        writer.uint32(32).uint32(message.days);
                    if (message.discount != null && $Object.hasOwnProperty.call(message, "discount") && message.discount.length)
                        writer.uint32(42).bytes(message.discount);
                    if (message.paid != null && $Object.hasOwnProperty.call(message, "paid") && message.paid.length)
                        writer.uint32(50).bytes(message.paid);
                    if (message.recourse != null && $Object.hasOwnProperty.call(message, "recourse") && message.recourse !== false)
                        writer.uint32(56).bool(message.recourse);
                    if (message.date != null && $Object.hasOwnProperty.call(message, "date") && message.date !== "")
                        writer.uint32(66).string(message.date);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Financing.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Financing();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.bank = value;
                                else
                                    delete message.bank;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.seller = value;
                                else
                                    delete message.seller;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.annualRatePpm = value;
                                else
                                    delete message.annualRatePpm;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.days = value;
                                else
                                    delete message.days;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.discount = value;
                                else
                                    delete message.discount;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.paid = value;
                                else
                                    delete message.paid;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.recourse = value;
                                else
                                    delete message.recourse;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.date = value;
                                else
                                    delete message.date;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Financing;
            })();

            v1.FreezeOrder = (function() {

                const FreezeOrder = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                FreezeOrder.prototype.authority = "";
                FreezeOrder.prototype.orderHash = $util.newBuffer([]);
                FreezeOrder.prototype.expiresAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                FreezeOrder.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.authority != null && $Object.hasOwnProperty.call(message, "authority") && message.authority !== "")
                        writer.uint32(10).string(message.authority);
                    if (message.orderHash != null && $Object.hasOwnProperty.call(message, "orderHash") && message.orderHash.length)
                        writer.uint32(18).bytes(message.orderHash);
                    if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                        writer.uint32(24).uint64(message.expiresAtMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                FreezeOrder.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.FreezeOrder();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.authority = value;
                                else
                                    delete message.authority;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.orderHash = value;
                                else
                                    delete message.orderHash;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.expiresAtMs = value;
                                else
                                    delete message.expiresAtMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return FreezeOrder;
            })();

            v1.Freeze = (function() {

                const Freeze = function (properties) {
                    this.orders = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Freeze.prototype.orders = $util.emptyArray;
                Freeze.prototype.previous = "";
                Freeze.prototype.escrow = $util.newBuffer([]);

                Freeze.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.orders != null && message.orders.length)
                        for (let i = 0; i < message.orders.length; ++i)
                            $root.hanse.receivables.v1.FreezeOrder.encode(message.orders[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.previous != null && $Object.hasOwnProperty.call(message, "previous") && message.previous !== "")
                        writer.uint32(18).string(message.previous);
                    if (message.escrow != null && $Object.hasOwnProperty.call(message, "escrow") && message.escrow.length)
                        writer.uint32(26).bytes(message.escrow);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Freeze.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Freeze();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.orders && message.orders.length))
                                    message.orders = [];
                                message.orders.push($root.hanse.receivables.v1.FreezeOrder.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.previous = value;
                                else
                                    delete message.previous;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.escrow = value;
                                else
                                    delete message.escrow;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Freeze;
            })();

            v1.Certificate = (function() {

                const Certificate = function (properties) {
                    this.holders = [];
                    this.earlier = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Certificate.prototype.certNo = "";
                Certificate.prototype.rootNo = "";
                Certificate.prototype.parentNo = null;
                Certificate.prototype.depth = 0;
                Certificate.prototype.holder = "";
                Certificate.prototype.holders = $util.emptyArray;
                Certificate.prototype.face = $util.newBuffer([]);
                Certificate.prototype.outstanding = $util.newBuffer([]);
                Certificate.prototype.status = "";
                Certificate.prototype.acceptUntilMs = null;
                Certificate.prototype.transfer = null;
                Certificate.prototype.request = null;
                Certificate.prototype.financing = null;
                Certificate.prototype.freeze = null;
                Certificate.prototype.children = 0;
                Certificate.prototype.changedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Certificate.prototype.leaves = 0;
                Certificate.prototype.earlier = $util.emptyArray;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Certificate.prototype, "_parentNo", {
                    get: $util.oneOfGetter($oneOfFields = ["parentNo"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Certificate.prototype, "_acceptUntilMs", {
                    get: $util.oneOfGetter($oneOfFields = ["acceptUntilMs"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Certificate.prototype, "_transfer", {
                    get: $util.oneOfGetter($oneOfFields = ["transfer"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Certificate.prototype, "_request", {
                    get: $util.oneOfGetter($oneOfFields = ["request"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Certificate.prototype, "_financing", {
                    get: $util.oneOfGetter($oneOfFields = ["financing"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Certificate.prototype, "_freeze", {
                    get: $util.oneOfGetter($oneOfFields = ["freeze"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Certificate.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.rootNo != null && $Object.hasOwnProperty.call(message, "rootNo") && message.rootNo !== "")
                        writer.uint32(18).string(message.rootNo);
                    if (message.parentNo != null && $Object.hasOwnProperty.call(message, "parentNo"))
                        writer.uint32(26).string(message.parentNo);
                    if (message.depth != null && $Object.hasOwnProperty.call(message, "depth") && message.depth !== 0)
                        writer.uint32(32).uint32(message.depth);
                    if (message.holder != null && $Object.hasOwnProperty.call(message, "holder") && message.holder !== "")
                        writer.uint32(42).string(message.holder);
                    if (message.holders != null && message.holders.length)
                        for (let i = 0; i < message.holders.length; ++i)
                            writer.uint32(50).string(message.holders[i]);
                    if (message.face != null && $Object.hasOwnProperty.call(message, "face") && message.face.length)
                        writer.uint32(58).bytes(message.face);
                    if (message.outstanding != null && $Object.hasOwnProperty.call(message, "outstanding") && message.outstanding.length)
                        writer.uint32(66).bytes(message.outstanding);
                    if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== "")
                        writer.uint32(74).string(message.status);
                    if (message.acceptUntilMs != null && $Object.hasOwnProperty.call(message, "acceptUntilMs"))
                        writer.uint32(80).uint64(message.acceptUntilMs);
                    if (message.transfer != null && $Object.hasOwnProperty.call(message, "transfer"))
                        $root.hanse.receivables.v1.PendingTransfer.encode(message.transfer, writer.uint32(90).fork(), _depth + 1).ldelim();
                    if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                        $root.hanse.receivables.v1.FinanceRequest.encode(message.request, writer.uint32(98).fork(), _depth + 1).ldelim();
                    if (message.financing != null && $Object.hasOwnProperty.call(message, "financing"))
                        $root.hanse.receivables.v1.Financing.encode(message.financing, writer.uint32(106).fork(), _depth + 1).ldelim();
                    if (message.freeze != null && $Object.hasOwnProperty.call(message, "freeze"))
                        $root.hanse.receivables.v1.Freeze.encode(message.freeze, writer.uint32(114).fork(), _depth + 1).ldelim();
                    if (message.children != null && $Object.hasOwnProperty.call(message, "children") && message.children !== 0)
                        writer.uint32(120).uint32(message.children);
                    if (message.changedAtMs != null && $Object.hasOwnProperty.call(message, "changedAtMs") && (typeof message.changedAtMs === "object" ? message.changedAtMs.low || message.changedAtMs.high : message.changedAtMs !== 0))
                        writer.uint32(128).uint64(message.changedAtMs);
                    if (message.leaves != null && $Object.hasOwnProperty.call(message, "leaves") && message.leaves !== 0)
                        writer.uint32(136).uint32(message.leaves);
                    if (message.earlier != null && message.earlier.length)
                        for (let i = 0; i < message.earlier.length; ++i)
                            $root.hanse.receivables.v1.Financing.encode(message.earlier[i], writer.uint32(146).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Certificate.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Certificate();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.rootNo = value;
                                else
                                    delete message.rootNo;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.parentNo = reader.stringVerify();
                                message._parentNo = "parentNo";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.depth = value;
                                else
                                    delete message.depth;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.holder = value;
                                else
                                    delete message.holder;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.holders && message.holders.length))
                                    message.holders = [];
                                message.holders.push(reader.stringVerify());
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.face = value;
                                else
                                    delete message.face;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.outstanding = value;
                                else
                                    delete message.outstanding;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.status = value;
                                else
                                    delete message.status;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                message.acceptUntilMs = reader.uint64();
                                message._acceptUntilMs = "acceptUntilMs";
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                message.transfer = $root.hanse.receivables.v1.PendingTransfer.decode(reader, reader.size(), $undefined, _depth + 1, message.transfer);
                                message._transfer = "transfer";
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                message.request = $root.hanse.receivables.v1.FinanceRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.request);
                                message._request = "request";
                                continue;
                            }
                        case 13: {
                                if (wireType !== 2)
                                    break;
                                message.financing = $root.hanse.receivables.v1.Financing.decode(reader, reader.size(), $undefined, _depth + 1, message.financing);
                                message._financing = "financing";
                                continue;
                            }
                        case 14: {
                                if (wireType !== 2)
                                    break;
                                message.freeze = $root.hanse.receivables.v1.Freeze.decode(reader, reader.size(), $undefined, _depth + 1, message.freeze);
                                message._freeze = "freeze";
                                continue;
                            }
                        case 15: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.children = value;
                                else
                                    delete message.children;
                                continue;
                            }
                        case 16: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.changedAtMs = value;
                                else
                                    delete message.changedAtMs;
                                continue;
                            }
                        case 17: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.leaves = value;
                                else
                                    delete message.leaves;
                                continue;
                            }
                        case 18: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.earlier && message.earlier.length))
                                    message.earlier = [];
                                message.earlier.push($root.hanse.receivables.v1.Financing.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Certificate;
            })();

            v1.GrantLine = (function() {

                const GrantLine = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GrantLine.prototype.lineId = "";
                GrantLine.prototype.core = "";
                GrantLine.prototype.currency = "";
                GrantLine.prototype.limit = $util.newBuffer([]);

                GrantLine.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lineId != null && $Object.hasOwnProperty.call(message, "lineId") && message.lineId !== "")
                        writer.uint32(10).string(message.lineId);
                    if (message.core != null && $Object.hasOwnProperty.call(message, "core") && message.core !== "")
                        writer.uint32(18).string(message.core);
                    if (message.currency != null && $Object.hasOwnProperty.call(message, "currency") && message.currency !== "")
                        writer.uint32(26).string(message.currency);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit.length)
                        writer.uint32(34).bytes(message.limit);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GrantLine.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.GrantLine();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.lineId = value;
                                else
                                    delete message.lineId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.core = value;
                                else
                                    delete message.core;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.currency = value;
                                else
                                    delete message.currency;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.limit = value;
                                else
                                    delete message.limit;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return GrantLine;
            })();

            v1.InvoiceRef = (function() {

                const InvoiceRef = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                InvoiceRef.prototype.invoiceId = "";
                InvoiceRef.prototype.amount = "";

                InvoiceRef.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.invoiceId != null && $Object.hasOwnProperty.call(message, "invoiceId") && message.invoiceId !== "")
                        writer.uint32(10).string(message.invoiceId);
                    if (message.amount != null && $Object.hasOwnProperty.call(message, "amount") && message.amount !== "")
                        writer.uint32(18).string(message.amount);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                InvoiceRef.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.InvoiceRef();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.invoiceId = value;
                                else
                                    delete message.invoiceId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.amount = value;
                                else
                                    delete message.amount;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return InvoiceRef;
            })();

            v1.Issue = (function() {

                const Issue = function (properties) {
                    this.invoices = [];
                    this.documents = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Issue.prototype.certNo = "";
                Issue.prototype.lineId = "";
                Issue.prototype.payee = "";
                Issue.prototype.clearingBank = "";
                Issue.prototype.dueDate = "";
                Issue.prototype.invoices = $util.emptyArray;
                Issue.prototype.documents = $util.emptyArray;
                Issue.prototype.tenorReason = null;
                Issue.prototype.acceptUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Issue.prototype.goods = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Issue.prototype, "_tenorReason", {
                    get: $util.oneOfGetter($oneOfFields = ["tenorReason"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Issue.prototype, "_goods", {
                    get: $util.oneOfGetter($oneOfFields = ["goods"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Issue.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.lineId != null && $Object.hasOwnProperty.call(message, "lineId") && message.lineId !== "")
                        writer.uint32(18).string(message.lineId);
                    if (message.payee != null && $Object.hasOwnProperty.call(message, "payee") && message.payee !== "")
                        writer.uint32(26).string(message.payee);
                    if (message.clearingBank != null && $Object.hasOwnProperty.call(message, "clearingBank") && message.clearingBank !== "")
                        writer.uint32(34).string(message.clearingBank);
                    if (message.dueDate != null && $Object.hasOwnProperty.call(message, "dueDate") && message.dueDate !== "")
                        writer.uint32(42).string(message.dueDate);
                    if (message.invoices != null && message.invoices.length)
                        for (let i = 0; i < message.invoices.length; ++i)
                            $root.hanse.receivables.v1.InvoiceRef.encode(message.invoices[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                    if (message.documents != null && message.documents.length)
                        for (let i = 0; i < message.documents.length; ++i)
                            $root.hanse.receivables.v1.TradeDocument.encode(message.documents[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                    if (message.tenorReason != null && $Object.hasOwnProperty.call(message, "tenorReason"))
                        writer.uint32(66).string(message.tenorReason);
                    if (message.acceptUntilMs != null && $Object.hasOwnProperty.call(message, "acceptUntilMs") && (typeof message.acceptUntilMs === "object" ? message.acceptUntilMs.low || message.acceptUntilMs.high : message.acceptUntilMs !== 0))
                        writer.uint32(72).uint64(message.acceptUntilMs);
                    if (message.goods != null && $Object.hasOwnProperty.call(message, "goods"))
                        $root.hanse.receivables.v1.InvoicedGoods.encode(message.goods, writer.uint32(82).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Issue.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Issue();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.lineId = value;
                                else
                                    delete message.lineId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.payee = value;
                                else
                                    delete message.payee;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clearingBank = value;
                                else
                                    delete message.clearingBank;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.dueDate = value;
                                else
                                    delete message.dueDate;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.invoices && message.invoices.length))
                                    message.invoices = [];
                                message.invoices.push($root.hanse.receivables.v1.InvoiceRef.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.documents && message.documents.length))
                                    message.documents = [];
                                message.documents.push($root.hanse.receivables.v1.TradeDocument.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                message.tenorReason = reader.stringVerify();
                                message._tenorReason = "tenorReason";
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.acceptUntilMs = value;
                                else
                                    delete message.acceptUntilMs;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                message.goods = $root.hanse.receivables.v1.InvoicedGoods.decode(reader, reader.size(), $undefined, _depth + 1, message.goods);
                                message._goods = "goods";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Issue;
            })();

            v1.InvoicedLine = (function() {

                const InvoicedLine = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                InvoicedLine.prototype.invoiceId = "";
                InvoicedLine.prototype.quantity = "";
                InvoicedLine.prototype.unitCode = "";
                InvoicedLine.prototype.unitPrice = "";
                InvoicedLine.prototype.order = null;
                InvoicedLine.prototype.receipt = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(InvoicedLine.prototype, "_order", {
                    get: $util.oneOfGetter($oneOfFields = ["order"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(InvoicedLine.prototype, "_receipt", {
                    get: $util.oneOfGetter($oneOfFields = ["receipt"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                InvoicedLine.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.invoiceId != null && $Object.hasOwnProperty.call(message, "invoiceId") && message.invoiceId !== "")
                        writer.uint32(10).string(message.invoiceId);
                    if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && message.quantity !== "")
                        writer.uint32(18).string(message.quantity);
                    if (message.unitCode != null && $Object.hasOwnProperty.call(message, "unitCode") && message.unitCode !== "")
                        writer.uint32(26).string(message.unitCode);
                    if (message.unitPrice != null && $Object.hasOwnProperty.call(message, "unitPrice") && message.unitPrice !== "")
                        writer.uint32(34).string(message.unitPrice);
                    if (message.order != null && $Object.hasOwnProperty.call(message, "order"))
                        $root.hanse.receivables.v1.DocumentLineRef.encode(message.order, writer.uint32(42).fork(), _depth + 1).ldelim();
                    if (message.receipt != null && $Object.hasOwnProperty.call(message, "receipt"))
                        $root.hanse.receivables.v1.DocumentLineRef.encode(message.receipt, writer.uint32(50).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                InvoicedLine.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.InvoicedLine();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.invoiceId = value;
                                else
                                    delete message.invoiceId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.quantity = value;
                                else
                                    delete message.quantity;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.unitCode = value;
                                else
                                    delete message.unitCode;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.unitPrice = value;
                                else
                                    delete message.unitPrice;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.order = $root.hanse.receivables.v1.DocumentLineRef.decode(reader, reader.size(), $undefined, _depth + 1, message.order);
                                message._order = "order";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.receipt = $root.hanse.receivables.v1.DocumentLineRef.decode(reader, reader.size(), $undefined, _depth + 1, message.receipt);
                                message._receipt = "receipt";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return InvoicedLine;
            })();

            v1.DocumentLineRef = (function() {

                const DocumentLineRef = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DocumentLineRef.prototype.reference = "";
                DocumentLineRef.prototype.lineId = "";

                DocumentLineRef.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.reference != null && $Object.hasOwnProperty.call(message, "reference") && message.reference !== "")
                        writer.uint32(10).string(message.reference);
                    if (message.lineId != null && $Object.hasOwnProperty.call(message, "lineId") && message.lineId !== "")
                        writer.uint32(18).string(message.lineId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DocumentLineRef.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.DocumentLineRef();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reference = value;
                                else
                                    delete message.reference;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.lineId = value;
                                else
                                    delete message.lineId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return DocumentLineRef;
            })();

            v1.InvoicedGoods = (function() {

                const InvoicedGoods = function (properties) {
                    this.lines = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                InvoicedGoods.prototype.lines = $util.emptyArray;

                InvoicedGoods.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lines != null && message.lines.length)
                        for (let i = 0; i < message.lines.length; ++i)
                            $root.hanse.receivables.v1.InvoicedLine.encode(message.lines[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                InvoicedGoods.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.InvoicedGoods();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.lines && message.lines.length))
                                    message.lines = [];
                                message.lines.push($root.hanse.receivables.v1.InvoicedLine.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return InvoicedGoods;
            })();

            v1.CertNo = (function() {

                const CertNo = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CertNo.prototype.certNo = "";

                CertNo.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CertNo.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.CertNo();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return CertNo;
            })();

            v1.Reject = (function() {

                const Reject = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Reject.prototype.certNo = "";
                Reject.prototype.reason = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Reject.prototype, "_reason", {
                    get: $util.oneOfGetter($oneOfFields = ["reason"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Reject.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                        writer.uint32(18).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Reject.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Reject();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.reason = reader.stringVerify();
                                message._reason = "reason";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Reject;
            })();

            v1.Split = (function() {

                const Split = function (properties) {
                    this.shares = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Split.prototype.certNo = "";
                Split.prototype.shares = $util.emptyArray;

                Split.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.shares != null && message.shares.length)
                        for (let i = 0; i < message.shares.length; ++i)
                            writer.uint32(18).string(message.shares[i]);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Split.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Split();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.shares && message.shares.length))
                                    message.shares = [];
                                message.shares.push(reader.stringVerify());
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Split;
            })();

            v1.Transfer = (function() {

                const Transfer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Transfer.prototype.certNo = "";
                Transfer.prototype.to = "";
                Transfer.prototype.tradeDocumentHash = $util.newBuffer([]);
                Transfer.prototype.expiresAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                Transfer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                        writer.uint32(18).string(message.to);
                    if (message.tradeDocumentHash != null && $Object.hasOwnProperty.call(message, "tradeDocumentHash") && message.tradeDocumentHash.length)
                        writer.uint32(26).bytes(message.tradeDocumentHash);
                    if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                        writer.uint32(32).uint64(message.expiresAtMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Transfer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Transfer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.to = value;
                                else
                                    delete message.to;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.tradeDocumentHash = value;
                                else
                                    delete message.tradeDocumentHash;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.expiresAtMs = value;
                                else
                                    delete message.expiresAtMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Transfer;
            })();

            v1.AcceptTransfer = (function() {

                const AcceptTransfer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                AcceptTransfer.prototype.certNo = "";
                AcceptTransfer.prototype.tradeDocumentHash = $util.newBuffer([]);
                AcceptTransfer.prototype.outstanding = $util.newBuffer([]);

                AcceptTransfer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.tradeDocumentHash != null && $Object.hasOwnProperty.call(message, "tradeDocumentHash") && message.tradeDocumentHash.length)
                        writer.uint32(18).bytes(message.tradeDocumentHash);
                    if (message.outstanding != null && $Object.hasOwnProperty.call(message, "outstanding") && message.outstanding.length)
                        writer.uint32(26).bytes(message.outstanding);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                AcceptTransfer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.AcceptTransfer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.tradeDocumentHash = value;
                                else
                                    delete message.tradeDocumentHash;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.outstanding = value;
                                else
                                    delete message.outstanding;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return AcceptTransfer;
            })();

            v1.RequestFinance = (function() {

                const RequestFinance = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                RequestFinance.prototype.certNo = "";
                RequestFinance.prototype.annualRatePpm = 0;
                RequestFinance.prototype.bank = null;
                RequestFinance.prototype.recourse = false;
                RequestFinance.prototype.expiresAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                RequestFinance.prototype.auction = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(RequestFinance.prototype, "_bank", {
                    get: $util.oneOfGetter($oneOfFields = ["bank"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(RequestFinance.prototype, "_auction", {
                    get: $util.oneOfGetter($oneOfFields = ["auction"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                RequestFinance.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.annualRatePpm != null && $Object.hasOwnProperty.call(message, "annualRatePpm") && message.annualRatePpm !== 0)
                        writer.uint32(16).uint32(message.annualRatePpm);
                    if (message.bank != null && $Object.hasOwnProperty.call(message, "bank"))
                        writer.uint32(26).string(message.bank);
                    if (message.recourse != null && $Object.hasOwnProperty.call(message, "recourse") && message.recourse !== false)
                        writer.uint32(32).bool(message.recourse);
                    if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                        writer.uint32(40).uint64(message.expiresAtMs);
                    if (message.auction != null && $Object.hasOwnProperty.call(message, "auction"))
                        $root.hanse.receivables.v1.AuctionTerms.encode(message.auction, writer.uint32(50).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                RequestFinance.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.RequestFinance();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.annualRatePpm = value;
                                else
                                    delete message.annualRatePpm;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.bank = reader.stringVerify();
                                message._bank = "bank";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.recourse = value;
                                else
                                    delete message.recourse;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.expiresAtMs = value;
                                else
                                    delete message.expiresAtMs;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.auction = $root.hanse.receivables.v1.AuctionTerms.decode(reader, reader.size(), $undefined, _depth + 1, message.auction);
                                message._auction = "auction";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return RequestFinance;
            })();

            v1.AuctionTerms = (function() {

                const AuctionTerms = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                AuctionTerms.prototype.commitUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                AuctionTerms.prototype.revealUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                AuctionTerms.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.commitUntilMs != null && $Object.hasOwnProperty.call(message, "commitUntilMs") && (typeof message.commitUntilMs === "object" ? message.commitUntilMs.low || message.commitUntilMs.high : message.commitUntilMs !== 0))
                        writer.uint32(8).uint64(message.commitUntilMs);
                    if (message.revealUntilMs != null && $Object.hasOwnProperty.call(message, "revealUntilMs") && (typeof message.revealUntilMs === "object" ? message.revealUntilMs.low || message.revealUntilMs.high : message.revealUntilMs !== 0))
                        writer.uint32(16).uint64(message.revealUntilMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                AuctionTerms.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.AuctionTerms();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.commitUntilMs = value;
                                else
                                    delete message.commitUntilMs;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.revealUntilMs = value;
                                else
                                    delete message.revealUntilMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return AuctionTerms;
            })();

            v1.Bid = (function() {

                const Bid = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Bid.prototype.certNo = "";
                Bid.prototype.bank = "";
                Bid.prototype.auctionNo = 0;
                Bid.prototype.commitment = $util.newBuffer([]);

                Bid.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.bank != null && $Object.hasOwnProperty.call(message, "bank") && message.bank !== "")
                        writer.uint32(18).string(message.bank);
                    if (message.auctionNo != null && $Object.hasOwnProperty.call(message, "auctionNo") && message.auctionNo !== 0)
                        writer.uint32(24).uint32(message.auctionNo);
                    if (message.commitment != null && $Object.hasOwnProperty.call(message, "commitment") && message.commitment.length)
                        writer.uint32(34).bytes(message.commitment);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Bid.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Bid();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.bank = value;
                                else
                                    delete message.bank;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.auctionNo = value;
                                else
                                    delete message.auctionNo;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.commitment = value;
                                else
                                    delete message.commitment;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Bid;
            })();

            v1.Reveal = (function() {

                const Reveal = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Reveal.prototype.certNo = "";
                Reveal.prototype.bank = "";
                Reveal.prototype.annualRatePpm = 0;
                Reveal.prototype.salt = $util.newBuffer([]);

                Reveal.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.bank != null && $Object.hasOwnProperty.call(message, "bank") && message.bank !== "")
                        writer.uint32(18).string(message.bank);
                    if (message.annualRatePpm != null && $Object.hasOwnProperty.call(message, "annualRatePpm") && message.annualRatePpm !== 0)
                        writer.uint32(24).uint32(message.annualRatePpm);
                    if (message.salt != null && $Object.hasOwnProperty.call(message, "salt") && message.salt.length)
                        writer.uint32(34).bytes(message.salt);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Reveal.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Reveal();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.bank = value;
                                else
                                    delete message.bank;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.annualRatePpm = value;
                                else
                                    delete message.annualRatePpm;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.salt = value;
                                else
                                    delete message.salt;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Reveal;
            })();

            v1.AcceptBid = (function() {

                const AcceptBid = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                AcceptBid.prototype.certNo = "";
                AcceptBid.prototype.bank = "";
                AcceptBid.prototype.annualRatePpm = 0;

                AcceptBid.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.bank != null && $Object.hasOwnProperty.call(message, "bank") && message.bank !== "")
                        writer.uint32(18).string(message.bank);
                    if (message.annualRatePpm != null && $Object.hasOwnProperty.call(message, "annualRatePpm") && message.annualRatePpm !== 0)
                        writer.uint32(24).uint32(message.annualRatePpm);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                AcceptBid.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.AcceptBid();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.bank = value;
                                else
                                    delete message.bank;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.annualRatePpm = value;
                                else
                                    delete message.annualRatePpm;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return AcceptBid;
            })();

            v1.Finance = (function() {

                const Finance = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Finance.prototype.certNo = "";
                Finance.prototype.annualRatePpm = 0;
                Finance.prototype.bank = "";
                Finance.prototype.recourse = false;
                Finance.prototype.outstanding = $util.newBuffer([]);
                Finance.prototype.seller = "";

                Finance.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.annualRatePpm != null && $Object.hasOwnProperty.call(message, "annualRatePpm") && message.annualRatePpm !== 0)
                        writer.uint32(16).uint32(message.annualRatePpm);
                    if (message.bank != null && $Object.hasOwnProperty.call(message, "bank") && message.bank !== "")
                        writer.uint32(26).string(message.bank);
                    if (message.recourse != null && $Object.hasOwnProperty.call(message, "recourse") && message.recourse !== false)
                        writer.uint32(32).bool(message.recourse);
                    if (message.outstanding != null && $Object.hasOwnProperty.call(message, "outstanding") && message.outstanding.length)
                        writer.uint32(42).bytes(message.outstanding);
                    if (message.seller != null && $Object.hasOwnProperty.call(message, "seller") && message.seller !== "")
                        writer.uint32(50).string(message.seller);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Finance.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Finance();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.annualRatePpm = value;
                                else
                                    delete message.annualRatePpm;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.bank = value;
                                else
                                    delete message.bank;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.recourse = value;
                                else
                                    delete message.recourse;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.outstanding = value;
                                else
                                    delete message.outstanding;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.seller = value;
                                else
                                    delete message.seller;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Finance;
            })();

            v1.ProvenEntry = (function() {

                const ProvenEntry = function (properties) {
                    this.path = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ProvenEntry.prototype.key = $util.newBuffer([]);
                ProvenEntry.prototype.index = 0;
                ProvenEntry.prototype.path = $util.emptyArray;

                ProvenEntry.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                        writer.uint32(10).bytes(message.key);
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                        writer.uint32(16).uint32(message.index);
                    if (message.path != null && message.path.length)
                        for (let i = 0; i < message.path.length; ++i)
                            writer.uint32(26).bytes(message.path[i]);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ProvenEntry.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.ProvenEntry();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.path && message.path.length))
                                    message.path = [];
                                message.path.push(reader.bytes());
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ProvenEntry;
            })();

            v1.Absence = (function() {

                const Absence = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Absence.prototype.before = null;
                Absence.prototype.after = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Absence.prototype, "_before", {
                    get: $util.oneOfGetter($oneOfFields = ["before"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Absence.prototype, "_after", {
                    get: $util.oneOfGetter($oneOfFields = ["after"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Absence.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                        $root.hanse.receivables.v1.ProvenEntry.encode(message.before, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.after != null && $Object.hasOwnProperty.call(message, "after"))
                        $root.hanse.receivables.v1.ProvenEntry.encode(message.after, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Absence.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Absence();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.before = $root.hanse.receivables.v1.ProvenEntry.decode(reader, reader.size(), $undefined, _depth + 1, message.before);
                                message._before = "before";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.after = $root.hanse.receivables.v1.ProvenEntry.decode(reader, reader.size(), $undefined, _depth + 1, message.after);
                                message._after = "after";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Absence;
            })();

            v1.ScreenedList = (function() {

                const ScreenedList = function (properties) {
                    this.absences = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ScreenedList.prototype.listId = "";
                ScreenedList.prototype.version = 0;
                ScreenedList.prototype.absences = $util.emptyArray;

                ScreenedList.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.listId != null && $Object.hasOwnProperty.call(message, "listId") && message.listId !== "")
                        writer.uint32(10).string(message.listId);
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                        writer.uint32(16).uint32(message.version);
                    if (message.absences != null && message.absences.length)
                        for (let i = 0; i < message.absences.length; ++i)
                            $root.hanse.receivables.v1.Absence.encode(message.absences[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ScreenedList.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.ScreenedList();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.listId = value;
                                else
                                    delete message.listId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.absences && message.absences.length))
                                    message.absences = [];
                                message.absences.push($root.hanse.receivables.v1.Absence.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ScreenedList;
            })();

            v1.Screen = (function() {

                const Screen = function (properties) {
                    this.lists = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Screen.prototype.bank = "";
                Screen.prototype.partyId = "";
                Screen.prototype.lists = $util.emptyArray;

                Screen.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.bank != null && $Object.hasOwnProperty.call(message, "bank") && message.bank !== "")
                        writer.uint32(10).string(message.bank);
                    if (message.partyId != null && $Object.hasOwnProperty.call(message, "partyId") && message.partyId !== "")
                        writer.uint32(18).string(message.partyId);
                    if (message.lists != null && message.lists.length)
                        for (let i = 0; i < message.lists.length; ++i)
                            $root.hanse.receivables.v1.ScreenedList.encode(message.lists[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Screen.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Screen();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.bank = value;
                                else
                                    delete message.bank;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.partyId = value;
                                else
                                    delete message.partyId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.lists && message.lists.length))
                                    message.lists = [];
                                message.lists.push($root.hanse.receivables.v1.ScreenedList.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Screen;
            })();

            v1.Redeem = (function() {

                const Redeem = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Redeem.prototype.certNo = "";
                Redeem.prototype.amount = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Redeem.prototype, "_amount", {
                    get: $util.oneOfGetter($oneOfFields = ["amount"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Redeem.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.amount != null && $Object.hasOwnProperty.call(message, "amount"))
                        writer.uint32(18).string(message.amount);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Redeem.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Redeem();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.amount = reader.stringVerify();
                                message._amount = "amount";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Redeem;
            })();

            v1.FreezeParams = (function() {

                const FreezeParams = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                FreezeParams.prototype.certNo = "";
                FreezeParams.prototype.orderHash = $util.newBuffer([]);
                FreezeParams.prototype.expiresAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                FreezeParams.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.orderHash != null && $Object.hasOwnProperty.call(message, "orderHash") && message.orderHash.length)
                        writer.uint32(18).bytes(message.orderHash);
                    if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                        writer.uint32(24).uint64(message.expiresAtMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                FreezeParams.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.FreezeParams();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.orderHash = value;
                                else
                                    delete message.orderHash;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.expiresAtMs = value;
                                else
                                    delete message.expiresAtMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return FreezeParams;
            })();

            v1.Unfreeze = (function() {

                const Unfreeze = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Unfreeze.prototype.certNo = "";
                Unfreeze.prototype.orderHash = $util.newBuffer([]);

                Unfreeze.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.orderHash != null && $Object.hasOwnProperty.call(message, "orderHash") && message.orderHash.length)
                        writer.uint32(18).bytes(message.orderHash);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Unfreeze.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Unfreeze();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.orderHash = value;
                                else
                                    delete message.orderHash;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Unfreeze;
            })();

            v1.Genesis = (function() {

                const Genesis = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Genesis.prototype.utcOffsetMinutes = 0;
                Genesis.prototype.graceDays = 0;
                Genesis.prototype.tenorMonthsMax = null;
                Genesis.prototype.tenorMonthsWithoutReason = null;
                Genesis.prototype.dayCount = null;
                Genesis.prototype.offerDaysMax = null;
                Genesis.prototype.freezeDaysMax = null;
                Genesis.prototype.supplierPaymentDays = null;
                Genesis.prototype.calendar = null;
                Genesis.prototype.screening = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Genesis.prototype, "_tenorMonthsMax", {
                    get: $util.oneOfGetter($oneOfFields = ["tenorMonthsMax"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Genesis.prototype, "_tenorMonthsWithoutReason", {
                    get: $util.oneOfGetter($oneOfFields = ["tenorMonthsWithoutReason"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Genesis.prototype, "_dayCount", {
                    get: $util.oneOfGetter($oneOfFields = ["dayCount"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Genesis.prototype, "_offerDaysMax", {
                    get: $util.oneOfGetter($oneOfFields = ["offerDaysMax"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Genesis.prototype, "_freezeDaysMax", {
                    get: $util.oneOfGetter($oneOfFields = ["freezeDaysMax"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Genesis.prototype, "_supplierPaymentDays", {
                    get: $util.oneOfGetter($oneOfFields = ["supplierPaymentDays"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Genesis.prototype, "_calendar", {
                    get: $util.oneOfGetter($oneOfFields = ["calendar"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Genesis.prototype, "_screening", {
                    get: $util.oneOfGetter($oneOfFields = ["screening"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Genesis.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.utcOffsetMinutes != null && $Object.hasOwnProperty.call(message, "utcOffsetMinutes") && message.utcOffsetMinutes !== 0)
                        writer.uint32(8).uint32(message.utcOffsetMinutes);
                    if (message.graceDays != null && $Object.hasOwnProperty.call(message, "graceDays") && message.graceDays !== 0)
                        writer.uint32(16).uint32(message.graceDays);
                    if (message.tenorMonthsMax != null && $Object.hasOwnProperty.call(message, "tenorMonthsMax"))
                        writer.uint32(24).uint32(message.tenorMonthsMax);
                    if (message.tenorMonthsWithoutReason != null && $Object.hasOwnProperty.call(message, "tenorMonthsWithoutReason"))
                        writer.uint32(32).uint32(message.tenorMonthsWithoutReason);
                    if (message.dayCount != null && $Object.hasOwnProperty.call(message, "dayCount"))
                        writer.uint32(42).string(message.dayCount);
                    if (message.offerDaysMax != null && $Object.hasOwnProperty.call(message, "offerDaysMax"))
                        writer.uint32(48).uint32(message.offerDaysMax);
                    if (message.freezeDaysMax != null && $Object.hasOwnProperty.call(message, "freezeDaysMax"))
                        writer.uint32(56).uint32(message.freezeDaysMax);
                    if (message.supplierPaymentDays != null && $Object.hasOwnProperty.call(message, "supplierPaymentDays"))
                        writer.uint32(64).uint32(message.supplierPaymentDays);
                    if (message.calendar != null && $Object.hasOwnProperty.call(message, "calendar"))
                        $root.hanse.receivables.v1.Calendar.encode(message.calendar, writer.uint32(74).fork(), _depth + 1).ldelim();
                    if (message.screening != null && $Object.hasOwnProperty.call(message, "screening"))
                        $root.hanse.receivables.v1.ScreeningTerms.encode(message.screening, writer.uint32(82).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Genesis.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.Genesis();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.utcOffsetMinutes = value;
                                else
                                    delete message.utcOffsetMinutes;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.graceDays = value;
                                else
                                    delete message.graceDays;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message.tenorMonthsMax = reader.uint32();
                                message._tenorMonthsMax = "tenorMonthsMax";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                message.tenorMonthsWithoutReason = reader.uint32();
                                message._tenorMonthsWithoutReason = "tenorMonthsWithoutReason";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.dayCount = reader.stringVerify();
                                message._dayCount = "dayCount";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                message.offerDaysMax = reader.uint32();
                                message._offerDaysMax = "offerDaysMax";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                message.freezeDaysMax = reader.uint32();
                                message._freezeDaysMax = "freezeDaysMax";
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                message.supplierPaymentDays = reader.uint32();
                                message._supplierPaymentDays = "supplierPaymentDays";
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                message.calendar = $root.hanse.receivables.v1.Calendar.decode(reader, reader.size(), $undefined, _depth + 1, message.calendar);
                                message._calendar = "calendar";
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                message.screening = $root.hanse.receivables.v1.ScreeningTerms.decode(reader, reader.size(), $undefined, _depth + 1, message.screening);
                                message._screening = "screening";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Genesis;
            })();

            v1.NoArgs = (function() {

                const NoArgs = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                NoArgs.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                NoArgs.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.NoArgs();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return NoArgs;
            })();

            v1.LineArgs = (function() {

                const LineArgs = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                LineArgs.prototype.lineId = "";

                LineArgs.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lineId != null && $Object.hasOwnProperty.call(message, "lineId") && message.lineId !== "")
                        writer.uint32(10).string(message.lineId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                LineArgs.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.LineArgs();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.lineId = value;
                                else
                                    delete message.lineId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return LineArgs;
            })();

            v1.PartyPageArgs = (function() {

                const PartyPageArgs = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PartyPageArgs.prototype.partyId = "";
                PartyPageArgs.prototype.cursor = null;
                PartyPageArgs.prototype.limit = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(PartyPageArgs.prototype, "_cursor", {
                    get: $util.oneOfGetter($oneOfFields = ["cursor"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(PartyPageArgs.prototype, "_limit", {
                    get: $util.oneOfGetter($oneOfFields = ["limit"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                PartyPageArgs.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.partyId != null && $Object.hasOwnProperty.call(message, "partyId") && message.partyId !== "")
                        writer.uint32(10).string(message.partyId);
                    if (message.cursor != null && $Object.hasOwnProperty.call(message, "cursor"))
                        writer.uint32(18).string(message.cursor);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit"))
                        writer.uint32(24).uint32(message.limit);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PartyPageArgs.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.PartyPageArgs();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.partyId = value;
                                else
                                    delete message.partyId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.cursor = reader.stringVerify();
                                message._cursor = "cursor";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message.limit = reader.uint32();
                                message._limit = "limit";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return PartyPageArgs;
            })();

            v1.InvoiceArgs = (function() {

                const InvoiceArgs = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                InvoiceArgs.prototype.invoiceId = "";

                InvoiceArgs.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.invoiceId != null && $Object.hasOwnProperty.call(message, "invoiceId") && message.invoiceId !== "")
                        writer.uint32(10).string(message.invoiceId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                InvoiceArgs.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.InvoiceArgs();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.invoiceId = value;
                                else
                                    delete message.invoiceId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return InvoiceArgs;
            })();

            v1.QuoteArgs = (function() {

                const QuoteArgs = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                QuoteArgs.prototype.certNo = "";
                QuoteArgs.prototype.annualRatePpm = 0;

                QuoteArgs.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.annualRatePpm != null && $Object.hasOwnProperty.call(message, "annualRatePpm") && message.annualRatePpm !== 0)
                        writer.uint32(16).uint32(message.annualRatePpm);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                QuoteArgs.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.QuoteArgs();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.annualRatePpm = value;
                                else
                                    delete message.annualRatePpm;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return QuoteArgs;
            })();

            v1.QuoteView = (function() {

                const QuoteView = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                QuoteView.prototype.currency = "";
                QuoteView.prototype.amount = $util.newBuffer([]);
                QuoteView.prototype.days = 0;
                QuoteView.prototype.dayCount = "";
                QuoteView.prototype.discount = $util.newBuffer([]);
                QuoteView.prototype.paid = $util.newBuffer([]);

                QuoteView.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.currency != null && $Object.hasOwnProperty.call(message, "currency") && message.currency !== "")
                        writer.uint32(10).string(message.currency);
                    if (message.amount != null && $Object.hasOwnProperty.call(message, "amount") && message.amount.length)
                        writer.uint32(18).bytes(message.amount);
                    if (message.days != null && $Object.hasOwnProperty.call(message, "days") && message.days !== 0)
                        writer.uint32(24).uint32(message.days);
                    if (message.dayCount != null && $Object.hasOwnProperty.call(message, "dayCount") && message.dayCount !== "")
                        writer.uint32(34).string(message.dayCount);
                    if (message.discount != null && $Object.hasOwnProperty.call(message, "discount") && message.discount.length)
                        writer.uint32(42).bytes(message.discount);
                    if (message.paid != null && $Object.hasOwnProperty.call(message, "paid") && message.paid.length)
                        writer.uint32(50).bytes(message.paid);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                QuoteView.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.QuoteView();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.currency = value;
                                else
                                    delete message.currency;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.amount = value;
                                else
                                    delete message.amount;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.days = value;
                                else
                                    delete message.days;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.dayCount = value;
                                else
                                    delete message.dayCount;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.discount = value;
                                else
                                    delete message.discount;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.paid = value;
                                else
                                    delete message.paid;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return QuoteView;
            })();

            v1.LineView = (function() {

                const LineView = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                LineView.prototype.lineId = "";
                LineView.prototype.line = null;
                LineView.prototype.available = $util.newBuffer([]);

                LineView.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lineId != null && $Object.hasOwnProperty.call(message, "lineId") && message.lineId !== "")
                        writer.uint32(10).string(message.lineId);
                    if (message.line != null && $Object.hasOwnProperty.call(message, "line"))
                        $root.hanse.receivables.v1.Line.encode(message.line, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.available != null && $Object.hasOwnProperty.call(message, "available") && message.available.length)
                        writer.uint32(26).bytes(message.available);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                LineView.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.LineView();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.lineId = value;
                                else
                                    delete message.lineId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.line = $root.hanse.receivables.v1.Line.decode(reader, reader.size(), $undefined, _depth + 1, message.line);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.available = value;
                                else
                                    delete message.available;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return LineView;
            })();

            v1.LinePage = (function() {

                const LinePage = function (properties) {
                    this.items = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                LinePage.prototype.items = $util.emptyArray;
                LinePage.prototype.nextCursor = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LinePage.prototype, "_nextCursor", {
                    get: $util.oneOfGetter($oneOfFields = ["nextCursor"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                LinePage.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            $root.hanse.receivables.v1.LineView.encode(message.items[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.nextCursor != null && $Object.hasOwnProperty.call(message, "nextCursor"))
                        writer.uint32(18).string(message.nextCursor);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                LinePage.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.LinePage();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push($root.hanse.receivables.v1.LineView.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.nextCursor = reader.stringVerify();
                                message._nextCursor = "nextCursor";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return LinePage;
            })();

            v1.CertificateView = (function() {

                const CertificateView = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CertificateView.prototype.certificate = null;
                CertificateView.prototype.issuer = "";
                CertificateView.prototype.currency = "";
                CertificateView.prototype.issueDate = "";
                CertificateView.prototype.dueDate = "";
                CertificateView.prototype.due = false;

                CertificateView.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certificate != null && $Object.hasOwnProperty.call(message, "certificate"))
                        $root.hanse.receivables.v1.Certificate.encode(message.certificate, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.issuer != null && $Object.hasOwnProperty.call(message, "issuer") && message.issuer !== "")
                        writer.uint32(18).string(message.issuer);
                    if (message.currency != null && $Object.hasOwnProperty.call(message, "currency") && message.currency !== "")
                        writer.uint32(26).string(message.currency);
                    if (message.issueDate != null && $Object.hasOwnProperty.call(message, "issueDate") && message.issueDate !== "")
                        writer.uint32(34).string(message.issueDate);
                    if (message.dueDate != null && $Object.hasOwnProperty.call(message, "dueDate") && message.dueDate !== "")
                        writer.uint32(42).string(message.dueDate);
                    if (message.due != null && $Object.hasOwnProperty.call(message, "due") && message.due !== false)
                        writer.uint32(48).bool(message.due);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CertificateView.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.CertificateView();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.certificate = $root.hanse.receivables.v1.Certificate.decode(reader, reader.size(), $undefined, _depth + 1, message.certificate);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.issuer = value;
                                else
                                    delete message.issuer;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.currency = value;
                                else
                                    delete message.currency;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.issueDate = value;
                                else
                                    delete message.issueDate;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.dueDate = value;
                                else
                                    delete message.dueDate;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.due = value;
                                else
                                    delete message.due;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return CertificateView;
            })();

            v1.CertificatePage = (function() {

                const CertificatePage = function (properties) {
                    this.items = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CertificatePage.prototype.items = $util.emptyArray;
                CertificatePage.prototype.nextCursor = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(CertificatePage.prototype, "_nextCursor", {
                    get: $util.oneOfGetter($oneOfFields = ["nextCursor"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                CertificatePage.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            $root.hanse.receivables.v1.CertificateView.encode(message.items[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.nextCursor != null && $Object.hasOwnProperty.call(message, "nextCursor"))
                        writer.uint32(18).string(message.nextCursor);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CertificatePage.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.CertificatePage();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push($root.hanse.receivables.v1.CertificateView.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.nextCursor = reader.stringVerify();
                                message._nextCursor = "nextCursor";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return CertificatePage;
            })();

            v1.RootView = (function() {

                const RootView = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                RootView.prototype.certNo = "";
                RootView.prototype.root = null;
                RootView.prototype.outstanding = $util.newBuffer([]);
                RootView.prototype.payBy = "";

                RootView.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.root != null && $Object.hasOwnProperty.call(message, "root"))
                        $root.hanse.receivables.v1.Root.encode(message.root, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.outstanding != null && $Object.hasOwnProperty.call(message, "outstanding") && message.outstanding.length)
                        writer.uint32(26).bytes(message.outstanding);
                    if (message.payBy != null && $Object.hasOwnProperty.call(message, "payBy") && message.payBy !== "")
                        writer.uint32(34).string(message.payBy);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                RootView.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.RootView();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.root = $root.hanse.receivables.v1.Root.decode(reader, reader.size(), $undefined, _depth + 1, message.root);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.outstanding = value;
                                else
                                    delete message.outstanding;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.payBy = value;
                                else
                                    delete message.payBy;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return RootView;
            })();

            v1.AuctionView = (function() {

                const AuctionView = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                AuctionView.prototype.certNo = "";
                AuctionView.prototype.auction = null;
                AuctionView.prototype.phase = "";

                AuctionView.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo") && message.certNo !== "")
                        writer.uint32(10).string(message.certNo);
                    if (message.auction != null && $Object.hasOwnProperty.call(message, "auction"))
                        $root.hanse.receivables.v1.Auction.encode(message.auction, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== "")
                        writer.uint32(26).string(message.phase);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                AuctionView.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.AuctionView();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.certNo = value;
                                else
                                    delete message.certNo;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.auction = $root.hanse.receivables.v1.Auction.decode(reader, reader.size(), $undefined, _depth + 1, message.auction);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.phase = value;
                                else
                                    delete message.phase;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return AuctionView;
            })();

            v1.PriorityClaim = (function() {

                const PriorityClaim = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PriorityClaim.prototype.rank = 0;
                PriorityClaim.prototype.registered = false;
                PriorityClaim.prototype.amount = $util.newBuffer([]);
                PriorityClaim.prototype.certNo = null;
                PriorityClaim.prototype.status = null;
                PriorityClaim.prototype.height = null;
                PriorityClaim.prototype.index = null;
                PriorityClaim.prototype.txId = null;
                PriorityClaim.prototype.timeMs = null;
                PriorityClaim.prototype.claimant = "";

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(PriorityClaim.prototype, "_certNo", {
                    get: $util.oneOfGetter($oneOfFields = ["certNo"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(PriorityClaim.prototype, "_status", {
                    get: $util.oneOfGetter($oneOfFields = ["status"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(PriorityClaim.prototype, "_height", {
                    get: $util.oneOfGetter($oneOfFields = ["height"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(PriorityClaim.prototype, "_index", {
                    get: $util.oneOfGetter($oneOfFields = ["index"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(PriorityClaim.prototype, "_txId", {
                    get: $util.oneOfGetter($oneOfFields = ["txId"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(PriorityClaim.prototype, "_timeMs", {
                    get: $util.oneOfGetter($oneOfFields = ["timeMs"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                PriorityClaim.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.rank != null && $Object.hasOwnProperty.call(message, "rank") && message.rank !== 0)
                        writer.uint32(8).uint32(message.rank);
                    if (message.registered != null && $Object.hasOwnProperty.call(message, "registered") && message.registered !== false)
                        writer.uint32(16).bool(message.registered);
                    if (message.amount != null && $Object.hasOwnProperty.call(message, "amount") && message.amount.length)
                        writer.uint32(26).bytes(message.amount);
                    if (message.certNo != null && $Object.hasOwnProperty.call(message, "certNo"))
                        writer.uint32(34).string(message.certNo);
                    if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                        writer.uint32(42).string(message.status);
                    if (message.height != null && $Object.hasOwnProperty.call(message, "height"))
                        writer.uint32(48).uint64(message.height);
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                        writer.uint32(56).uint32(message.index);
                    if (message.txId != null && $Object.hasOwnProperty.call(message, "txId"))
                        writer.uint32(66).bytes(message.txId);
                    if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs"))
                        writer.uint32(72).uint64(message.timeMs);
                    if (message.claimant != null && $Object.hasOwnProperty.call(message, "claimant") && message.claimant !== "")
                        writer.uint32(82).string(message.claimant);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PriorityClaim.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.PriorityClaim();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.rank = value;
                                else
                                    delete message.rank;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.registered = value;
                                else
                                    delete message.registered;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.amount = value;
                                else
                                    delete message.amount;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.certNo = reader.stringVerify();
                                message._certNo = "certNo";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.status = reader.stringVerify();
                                message._status = "status";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                message.height = reader.uint64();
                                message._height = "height";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                message.index = reader.uint32();
                                message._index = "index";
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                message.txId = reader.bytes();
                                message._txId = "txId";
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                message.timeMs = reader.uint64();
                                message._timeMs = "timeMs";
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.claimant = value;
                                else
                                    delete message.claimant;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return PriorityClaim;
            })();

            v1.PriorityView = (function() {

                const PriorityView = function (properties) {
                    this.claims = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PriorityView.prototype.invoiceId = "";
                PriorityView.prototype.claims = $util.emptyArray;

                PriorityView.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.invoiceId != null && $Object.hasOwnProperty.call(message, "invoiceId") && message.invoiceId !== "")
                        writer.uint32(10).string(message.invoiceId);
                    if (message.claims != null && message.claims.length)
                        for (let i = 0; i < message.claims.length; ++i)
                            $root.hanse.receivables.v1.PriorityClaim.encode(message.claims[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PriorityView.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.PriorityView();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.invoiceId = value;
                                else
                                    delete message.invoiceId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.claims && message.claims.length))
                                    message.claims = [];
                                message.claims.push($root.hanse.receivables.v1.PriorityClaim.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return PriorityView;
            })();

            v1.AlarmView = (function() {

                const AlarmView = function (properties) {
                    this.invoices = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                AlarmView.prototype.alarm = null;
                AlarmView.prototype.issuer = "";
                AlarmView.prototype.payee = "";
                AlarmView.prototype.payeeIsSmall = false;
                AlarmView.prototype.invoices = $util.emptyArray;
                AlarmView.prototype.goodsAcceptedOn = "";
                AlarmView.prototype.payBy = "";
                AlarmView.prototype.dueDate = "";
                AlarmView.prototype.days = 0;
                AlarmView.prototype.outstanding = $util.newBuffer([]);
                AlarmView.prototype.currency = "";

                AlarmView.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.alarm != null && $Object.hasOwnProperty.call(message, "alarm"))
                        $root.hanse.receivables.v1.PaymentAlarm.encode(message.alarm, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.issuer != null && $Object.hasOwnProperty.call(message, "issuer") && message.issuer !== "")
                        writer.uint32(18).string(message.issuer);
                    if (message.payee != null && $Object.hasOwnProperty.call(message, "payee") && message.payee !== "")
                        writer.uint32(26).string(message.payee);
                    if (message.payeeIsSmall != null && $Object.hasOwnProperty.call(message, "payeeIsSmall") && message.payeeIsSmall !== false)
                        writer.uint32(32).bool(message.payeeIsSmall);
                    if (message.invoices != null && message.invoices.length)
                        for (let i = 0; i < message.invoices.length; ++i)
                            writer.uint32(42).string(message.invoices[i]);
                    if (message.goodsAcceptedOn != null && $Object.hasOwnProperty.call(message, "goodsAcceptedOn") && message.goodsAcceptedOn !== "")
                        writer.uint32(50).string(message.goodsAcceptedOn);
                    if (message.payBy != null && $Object.hasOwnProperty.call(message, "payBy") && message.payBy !== "")
                        writer.uint32(58).string(message.payBy);
                    if (message.dueDate != null && $Object.hasOwnProperty.call(message, "dueDate") && message.dueDate !== "")
                        writer.uint32(66).string(message.dueDate);
                    if (message.days != null && $Object.hasOwnProperty.call(message, "days") && message.days !== 0)
                        writer.uint32(72).uint32(message.days);
                    if (message.outstanding != null && $Object.hasOwnProperty.call(message, "outstanding") && message.outstanding.length)
                        writer.uint32(82).bytes(message.outstanding);
                    if (message.currency != null && $Object.hasOwnProperty.call(message, "currency") && message.currency !== "")
                        writer.uint32(90).string(message.currency);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                AlarmView.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.AlarmView();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.alarm = $root.hanse.receivables.v1.PaymentAlarm.decode(reader, reader.size(), $undefined, _depth + 1, message.alarm);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.issuer = value;
                                else
                                    delete message.issuer;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.payee = value;
                                else
                                    delete message.payee;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.payeeIsSmall = value;
                                else
                                    delete message.payeeIsSmall;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.invoices && message.invoices.length))
                                    message.invoices = [];
                                message.invoices.push(reader.stringVerify());
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.goodsAcceptedOn = value;
                                else
                                    delete message.goodsAcceptedOn;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.payBy = value;
                                else
                                    delete message.payBy;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.dueDate = value;
                                else
                                    delete message.dueDate;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.days = value;
                                else
                                    delete message.days;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.outstanding = value;
                                else
                                    delete message.outstanding;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.currency = value;
                                else
                                    delete message.currency;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return AlarmView;
            })();

            v1.AlarmPage = (function() {

                const AlarmPage = function (properties) {
                    this.items = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                AlarmPage.prototype.items = $util.emptyArray;
                AlarmPage.prototype.nextCursor = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(AlarmPage.prototype, "_nextCursor", {
                    get: $util.oneOfGetter($oneOfFields = ["nextCursor"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                AlarmPage.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            $root.hanse.receivables.v1.AlarmView.encode(message.items[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.nextCursor != null && $Object.hasOwnProperty.call(message, "nextCursor"))
                        writer.uint32(18).string(message.nextCursor);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                AlarmPage.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.AlarmPage();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push($root.hanse.receivables.v1.AlarmView.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.nextCursor = reader.stringVerify();
                                message._nextCursor = "nextCursor";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return AlarmPage;
            })();

            v1.PartyArgs = (function() {

                const PartyArgs = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PartyArgs.prototype.partyId = "";

                PartyArgs.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.partyId != null && $Object.hasOwnProperty.call(message, "partyId") && message.partyId !== "")
                        writer.uint32(10).string(message.partyId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PartyArgs.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.PartyArgs();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.partyId = value;
                                else
                                    delete message.partyId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return PartyArgs;
            })();

            v1.ScreeningView = (function() {

                const ScreeningView = function (properties) {
                    this.subjects = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ScreeningView.prototype.partyId = "";
                ScreeningView.prototype.holds = false;
                ScreeningView.prototype.subjects = $util.emptyArray;
                ScreeningView.prototype.screening = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(ScreeningView.prototype, "_screening", {
                    get: $util.oneOfGetter($oneOfFields = ["screening"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                ScreeningView.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.partyId != null && $Object.hasOwnProperty.call(message, "partyId") && message.partyId !== "")
                        writer.uint32(10).string(message.partyId);
                    if (message.holds != null && $Object.hasOwnProperty.call(message, "holds") && message.holds !== false)
                        writer.uint32(16).bool(message.holds);
                    if (message.subjects != null && message.subjects.length)
                        for (let i = 0; i < message.subjects.length; ++i)
                            writer.uint32(26).bytes(message.subjects[i]);
                    if (message.screening != null && $Object.hasOwnProperty.call(message, "screening"))
                        $root.hanse.receivables.v1.Screening.encode(message.screening, writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ScreeningView.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.ScreeningView();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.partyId = value;
                                else
                                    delete message.partyId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.holds = value;
                                else
                                    delete message.holds;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.subjects && message.subjects.length))
                                    message.subjects = [];
                                message.subjects.push(reader.bytes());
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.screening = $root.hanse.receivables.v1.Screening.decode(reader, reader.size(), $undefined, _depth + 1, message.screening);
                                message._screening = "screening";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ScreeningView;
            })();

            v1.RootList = (function() {

                const RootList = function (properties) {
                    this.items = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                RootList.prototype.items = $util.emptyArray;

                RootList.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            $root.hanse.receivables.v1.RootView.encode(message.items[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                RootList.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.hanse.receivables.v1.RootList();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push($root.hanse.receivables.v1.RootView.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return RootList;
            })();

            return v1;
        })();

        return receivables;
    })();

    return hanse;
})();

export {
  $root as default
};
